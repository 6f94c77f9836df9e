package org.lagroups.node.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.machine.GroupId;
import org.lagroups.node.control.api.ConfigChange;
import org.lagroups.node.control.api.ConfigView;
import org.lagroups.node.control.api.CreateGroup;
import org.lagroups.node.control.api.Done;
import org.lagroups.node.control.api.GroupCreated;
import org.lagroups.node.control.api.GroupList;
import org.lagroups.node.control.api.NodeInfo;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.control.client.ControlException;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.simnet.seed.Seeds;

/**
 * A node that is killed at random moments while it makes and leaves groups, and changes settings.
 */
@Tag("network")
class KilledNodeTest {

  private static final int KILLS = Seeds.isFull() ? 50 : 2;
  private static final int MAX_GROUPS = 40;

  @TempDir private Path folder;
  private Random random = new Random(0);

  /** What was confirmed, and what was under way when the node was killed. */
  private final Set<GroupId> confirmed = new HashSet<>();

  private final Set<GroupId> leaving = new HashSet<>();

  /** The name in the settings as it was confirmed, and as it was to be when the node was killed. */
  private String named = "";

  private String naming = "";

  @Test
  void losesNothingThatWasConfirmedAndKeepsNothingThatWasLeft() {
    Seeds.forEach(1, 1, this::killAgainAndAgain);
  }

  private void killAgainAndAgain(long seed) throws Exception {
    random = new Random(seed);
    Set<String> identities = new HashSet<>();
    for (int kill = 0; kill <= KILLS; kill++) {
      Process process = NodeProgram.start(folder);
      try {
        ControlClient client = ControlClient.of(HomeFolder.at(folder));
        identities.add(client.get("/v1/node", NodeInfo.class).node().toString());
        assertGroups(client);
        assertName(client);
        killWhileChanging(process, client);
      } finally {
        process.toHandle().destroyForcibly();
        process.waitFor();
      }
    }
    assertThat(identities).hasSize(1);
  }

  private void assertGroups(ControlClient client) {
    List<GroupId> found =
        client.get("/v1/groups", GroupList.class).groups().stream()
            .map(GroupList.GroupSummary::group)
            .toList();
    assertThat(found).doesNotHaveDuplicates().containsAll(confirmed);
    Set<GroupId> unexpected = new HashSet<>(found);
    unexpected.removeAll(confirmed);
    unexpected.removeAll(leaving);
    assertThat(unexpected).as("at most the one that was under way").hasSizeLessThanOrEqualTo(1);
    confirmed.clear();
    confirmed.addAll(found);
    leaving.clear();
  }

  private void assertName(ControlClient client) {
    ConfigView config = client.get("/v1/config", ConfigView.class);
    assertThat(config.problem()).as("the file is whole").isNull();
    String found = config.settings().getFirst().value().getFirst();
    assertThat(found).isIn(named, naming);
    named = found;
  }

  private void killWhileChanging(Process process, ControlClient client) {
    long delay = random.nextInt(600);
    CompletableFuture<Boolean> kill =
        CompletableFuture.supplyAsync(
            () -> process.toHandle().destroyForcibly(),
            CompletableFuture.delayedExecutor(delay, TimeUnit.MILLISECONDS));
    try {
      while (process.isAlive()) {
        change(client);
      }
    } catch (ControlException e) {
      assertThat(e.code()).isIn(ControlException.DISCONNECTED, ControlException.NOT_RUNNING);
    }
    kill.join();
  }

  private void change(ControlClient client) {
    naming = "name " + random.nextInt(1_000_000);
    ConfigChange change = new ConfigChange(Map.of("name", List.of(naming)), List.of());
    client.put("/v1/config", change, ConfigView.class);
    named = naming;
    if (confirmed.size() >= MAX_GROUPS || (!confirmed.isEmpty() && random.nextInt(3) == 0)) {
      GroupId group = confirmed.iterator().next();
      confirmed.remove(group);
      leaving.add(group);
      client.delete("/v1/groups/" + group, Done.class);
      leaving.remove(group);
    } else {
      confirmed.add(
          client.post("/v1/groups", new CreateGroup(null, null), GroupCreated.class).group());
    }
  }
}
