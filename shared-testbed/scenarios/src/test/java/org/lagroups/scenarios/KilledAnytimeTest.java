package org.lagroups.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
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
 * A node is killed while it makes or leaves a group or shares a folder, in turn, or a little after
 * that, and, every other time, once more while it starts, early or late. What it acknowledged has
 * to be there afterwards, once and whole.
 */
@Tag("network")
final class KilledAnytimeTest {

  /** Of each kind of order a third. Most of the time goes into starting again. */
  private static final int KILLS = Boolean.getBoolean("lag.full") ? 60 : 12;

  /**
   * Without a divisor in common with half of the kills, so that each part of a start gets its turn.
   */
  private static final int STRIDE = 7;

  private static final int MOST_ORDERS_BEFORE = 4;

  /** An order takes some ten milliseconds, and what it leads to, as hashing, longer. */
  private static final int LONGEST_ORDER_MILLIS = 40;

  private static final int LONGEST_LIFE_MILLIS = 400;
  private static final int MOST_GROUPS = 10;
  private static final long LONGEST_HASHING_MILLIS = 60_000;

  /** So that one search finds all of them. */
  private static final int FILES_IN_FOLDER = 3;

  @TempDir private Path folder;

  private enum Order {
    CREATE,
    LEAVE,
    SHARE
  }

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
    long startMillis = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      if (kill % 2 == 1) {
        int turn = kill / 2 * STRIDE % (KILLS / 2);
        killWhileStarting(home, part(turn, KILLS / 2, 1.2 * startMillis, random));
      }
      long start = System.nanoTime();
      try (NodeChild node = NodeChild.start(home)) {
        NodeInfo info = node.awaitReady();
        startMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        id = id == null ? info.node() : id;
        assertThat(info.node()).as("identity").isEqualTo(id);
        check(node.control(), "after kill " + kill);
        work(node, kill, random);
      }
    }
    try (NodeChild node = NodeChild.start(home)) {
      assertThat(node.awaitReady().node()).as("identity").isEqualTo(id);
      check(node.control(), "in the end");
      checkFiles(node.control());
      checkRoots(home);
    }
  }

  /** A random moment in the one of so many equal parts of a time. */
  private static long part(int which, int parts, double millis, Random random) {
    return (long) (millis * (which + random.nextDouble()) / parts);
  }

  /** Wherever it is in its start, or just after. */
  private static void killWhileStarting(Path home, long lifeMillis) throws InterruptedException {
    try (NodeChild node = NodeChild.start(home)) {
      assertThat(LocalCluster.await(lifeMillis, () -> !node.isAlive()))
          .as("ended by itself")
          .isFalse();
      node.kill();
    }
  }

  /** Gives orders until the node is killed, at a random moment after one of this kill's kind. */
  private void work(NodeChild node, int kill, Random random) throws Exception {
    Order last = Order.values()[kill % Order.values().length];
    ControlClient control = node.control();
    for (int i = random.nextInt(MOST_ORDERS_BEFORE); i > 0; i--) {
      order(control, any(random), random);
    }
    if (lasting == null) {
      lasting = create(control);
      order(control, Order.SHARE, random);
    }
    if (groups.isEmpty()) {
      groups.add(create(control));
    }
    boolean isSoon = kill / Order.values().length % 3 > 0;
    long life = random.nextInt(isSoon ? LONGEST_ORDER_MILLIS : LONGEST_LIFE_MILLIS);
    Thread killer = killAfter(node, life);
    try {
      order(control, last, random);
      while (node.isAlive()) {
        order(control, any(random), random);
      }
    } catch (ControlException e) {
      assertThat(isDisconnected(e)).as("the node refused: %s", e.getMessage()).isTrue();
    }
    killer.join();
  }

  private static Thread killAfter(NodeChild node, long lifeMillis) {
    return Thread.ofPlatform()
        .start(() -> {
          try {
            TimeUnit.MILLISECONDS.sleep(lifeMillis);
            node.kill();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /**
   * Folders, but for the first, are shared only as the last thing: all are looked at in the end.
   */
  private Order any(Random random) {
    boolean isFew = groups.isEmpty() || (groups.size() < MOST_GROUPS && random.nextInt(3) > 0);
    return isFew ? Order.CREATE : Order.LEAVE;
  }

  private static boolean isDisconnected(ControlException e) {
    return e.code().equals(ControlException.DISCONNECTED)
        || e.code().equals(ControlException.NOT_RUNNING);
  }

  private void order(ControlClient control, Order order, Random random) throws IOException {
    switch (order) {
      case CREATE -> groups.add(create(control));
      case LEAVE -> {
        GroupId group = List.copyOf(groups).get(random.nextInt(groups.size()));
        perhapsLeft.add(group);
        control.delete("/v1/groups/" + group, Done.class);
        groups.remove(group);
        perhapsLeft.remove(group);
        left.add(group);
      }
      case SHARE -> {
        String path = newFolder().toString();
        perhapsShared.add(path);
        AddFolder wish = new AddFolder(path, List.of(Objects.requireNonNull(lasting)));
        control.post("/v1/share/folders", wish, FolderView.class);
        shared.add(path);
      }
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
      JsonNode invitation = new Cli(home).json("group", "invite", "--group", group).json();
      Cli typist = new Cli(friendsHome);
      typist.json("group", "join", invitation.get("link").asString());
      JsonNode found = typist.json("share", "search", "file").json();
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
