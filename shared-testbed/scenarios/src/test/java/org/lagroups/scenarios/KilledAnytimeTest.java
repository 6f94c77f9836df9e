package org.lagroups.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.fileshare.api.AddFolder;
import org.lagroups.fileshare.api.FolderList;
import org.lagroups.fileshare.api.FolderView;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.CreateGroup;
import org.lagroups.node.control.api.Done;
import org.lagroups.node.control.api.GroupCreated;
import org.lagroups.node.control.api.GroupList;
import org.lagroups.node.control.api.GroupList.GroupSummary;
import org.lagroups.node.control.api.NodeInfo;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.control.client.ControlException;
import org.lagroups.scenarios.cluster.LocalCluster;
import org.lagroups.scenarios.process.Cli;
import org.lagroups.scenarios.process.NodeChild;
import org.lagroups.simnet.seed.Seeds;
import tools.jackson.databind.JsonNode;

/**
 * A node is killed at random moments while it is told to make and leave groups and to share
 * folders, and, every other time, once more while it starts. What it acknowledged has to be there
 * afterwards, once and whole.
 */
@Tag("network")
final class KilledAnytimeTest {

  private static final int KILLS = 50;
  private static final int LONGEST_LIFE_MILLIS = 400;
  private static final int LONGEST_START_MILLIS = 1_500;
  private static final long LONGEST_HASHING_MILLIS = 60_000;
  private static final int FILES_IN_FOLDER = 5;

  @TempDir private Path folder;

  /** The group in which all folders are shared; it is never left. */
  private @Nullable GroupId lasting;

  private final Set<GroupId> groups = new TreeSet<>();
  private final Set<GroupId> perhapsLeft = new TreeSet<>();
  private final Set<GroupId> left = new TreeSet<>();
  private final Set<String> shared = new TreeSet<>();
  private final Set<String> perhapsShared = new TreeSet<>();

  @Test
  void losesNothingAcknowledgedAndHasNothingTwice() {
    Seeds.forEach(1, 1, this::killAgainAndAgain);
  }

  private void killAgainAndAgain(long seed) throws Exception {
    Random random = new Random(seed);
    Path home = folder.resolve("home");
    NodeId id = null;
    for (int kill = 0; kill < KILLS; kill++) {
      if (kill % 2 == 1) {
        killWhileStarting(home, random);
      }
      try (NodeChild node = NodeChild.start(home)) {
        NodeInfo info = node.awaitReady();
        id = id == null ? info.node() : id;
        assertThat(info.node()).as("identity").isEqualTo(id);
        check(node.control(), "after kill " + kill);
        work(node, random);
      }
    }
    try (NodeChild node = NodeChild.start(home)) {
      assertThat(node.awaitReady().node()).as("identity").isEqualTo(id);
      check(node.control(), "in the end");
      checkFiles(node.control());
      checkRoots(home);
    }
  }

  /** Wherever it is in its start, or just after. */
  private static void killWhileStarting(Path home, Random random) throws InterruptedException {
    try (NodeChild node = NodeChild.start(home)) {
      long life = random.nextInt(LONGEST_START_MILLIS);
      assertThat(LocalCluster.await(life, () -> !node.isAlive())).as("ended by itself").isFalse();
      node.kill();
    }
  }

  /** Gives orders until the node is killed, in the middle of one as like as not. */
  private void work(NodeChild node, Random random) throws Exception {
    long life = random.nextInt(LONGEST_LIFE_MILLIS);
    Thread killer =
        Thread.ofPlatform()
            .start(() -> {
              try {
                TimeUnit.MILLISECONDS.sleep(life);
                node.kill();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    ControlClient control = node.control();
    try {
      while (node.isAlive()) {
        order(control, random);
      }
    } catch (ControlException e) {
      assertThat(isDisconnected(e)).as("the node refused: %s", e.getMessage()).isTrue();
    }
    killer.join();
  }

  private static boolean isDisconnected(ControlException e) {
    return e.code().equals(ControlException.DISCONNECTED)
        || e.code().equals(ControlException.NOT_RUNNING);
  }

  private void order(ControlClient control, Random random) throws IOException {
    if (lasting == null) {
      lasting = create(control);
    } else if (groups.isEmpty() || (groups.size() < 10 && random.nextInt(3) > 0)) {
      groups.add(create(control));
    } else if (random.nextBoolean()) {
      GroupId group = List.copyOf(groups).get(random.nextInt(groups.size()));
      perhapsLeft.add(group);
      control.delete("/v1/groups/" + group, Done.class);
      groups.remove(group);
      perhapsLeft.remove(group);
      left.add(group);
    } else if (shared.size() < 10) {
      String path = newFolder().toString();
      perhapsShared.add(path);
      control.post("/v1/share/folders", new AddFolder(path, List.of(lasting)), FolderView.class);
      shared.add(path);
    }
  }

  private static GroupId create(ControlClient control) {
    return control.post("/v1/groups", new CreateGroup(null, null), GroupCreated.class).group();
  }

  private Path newFolder() throws IOException {
    Path made = Files.createDirectory(folder.resolve("share-" + perhapsShared.size()));
    for (int i = 0; i < FILES_IN_FOLDER; i++) {
      Files.writeString(made.resolve("file-" + i + ".txt"), made + " " + i);
    }
    return made;
  }

  private void check(ControlClient control, String when) {
    List<GroupId> found =
        control.get("/v1/groups", GroupList.class).groups().stream()
            .map(GroupSummary::group)
            .toList();
    assertThat(found).as("groups %s", when).doesNotHaveDuplicates();
    Set<GroupId> certain = new HashSet<>(groups);
    certain.removeAll(perhapsLeft);
    Optional.ofNullable(lasting).ifPresent(certain::add);
    assertThat(found).as("groups %s", when).containsAll(certain).noneMatch(left::contains);
    groups.clear();
    groups.addAll(found);
    Optional.ofNullable(lasting).ifPresent(groups::remove);
    perhapsLeft.clear();

    List<FolderView> folders = folders(control);
    List<String> paths = new ArrayList<>(folders.stream().map(FolderView::path).toList());
    assertThat(paths).as("folders %s", when).doesNotHaveDuplicates().containsAll(shared);
    assertThat(perhapsShared).as("folders %s", when).containsAll(paths);
    shared.addAll(paths);
    assertThat(folders)
        .as("files %s; hashing may go on", when)
        .allSatisfy(view -> assertThat(view.files()).isBetween(0L, (long) FILES_IN_FOLDER));
  }

  /** As soon as everything is hashed, all files of all folders are shared. */
  private void checkFiles(ControlClient control) throws InterruptedException {
    assertThat(shared).as("folders shared in this run").isNotEmpty();
    boolean ready =
        LocalCluster.await(
            LONGEST_HASHING_MILLIS,
            () -> folders(control).stream().allMatch(view -> view.phase().equals("ready")));
    assertThat(ready).as("everything is hashed: %s", folders(control)).isTrue();
    assertThat(folders(control))
        .hasSize(shared.size())
        .allSatisfy(view -> {
          assertThat(view.files()).isEqualTo(FILES_IN_FOLDER);
          assertThat(view.problems()).isEmpty();
        });
  }

  /** A friend who joins now finds every file, and none twice: all have different content. */
  private void checkRoots(Path home) throws InterruptedException {
    Path friendsHome = folder.resolve("friend");
    try (NodeChild friend = NodeChild.start(friendsHome)) {
      friend.awaitReady();
      String group = String.valueOf(lasting);
      JsonNode invitation = new Cli(home).json("group", "invite", "--group", group).object();
      Cli typist = new Cli(friendsHome);
      typist.json("group", "join", invitation.get("link").asString());
      JsonNode found = typist.json("share", "search", "file").object();
      List<String> roots =
          StreamSupport.stream(found.get("hits").spliterator(), false)
              .map(hit -> hit.get("root").asString())
              .toList();
      assertThat(roots).doesNotHaveDuplicates().hasSize(shared.size() * FILES_IN_FOLDER);
    }
  }

  private static List<FolderView> folders(ControlClient control) {
    return control.get("/v1/share/folders", FolderList.class).folders();
  }
}
