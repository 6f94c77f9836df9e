package org.lagroups.node.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.NodeInfo;
import org.lagroups.node.control.api.SessionList;
import org.lagroups.node.testing.TestGroup;
import org.lagroups.node.testing.TestNodes;

/** What a node notices when the process of another one is killed, over real sockets. */
@Tag("network")
class KilledPeerTest {

  private static final long VALIDITY_MILLIS = 60_000;

  /** On a busy machine; an idle one takes a few milliseconds. */
  private static final long LONGEST_DOUBT_MILLIS = 2_000;

  /**
   * Heartbeats alone suspect a peer for a whole interval of T_a / 12 before they give it up, so who
   * is quicker was told by the closed connection.
   */
  private static final long LONGEST_WITHDRAWAL_MILLIS = VALIDITY_MILLIS / 12;

  @TempDir private Path folder;
  private final WitnessModule witness = new WitnessModule();
  private final CompletableFuture<Long> withdrawnAtNanos = new CompletableFuture<>();
  private TestNodes nodes;
  private @Nullable Process bob;

  @BeforeEach
  void begin() {
    nodes = new TestNodes(folder);
  }

  @AfterEach
  void end() {
    if (bob != null) {
      bob.destroyForcibly();
    }
    nodes.close();
  }

  @Test
  void isInDoubtAtOnceAndLosesItsAttestationByTheTestThatFollows() throws Exception {
    NodeProcess alice = nodes.start("alice", witness);
    Process started = NodeProgram.start(nodes.home("bob").state());
    bob = started;
    NodeId bobsId = nodes.client("bob").get("/v1/node", NodeInfo.class).node();
    GroupId group = formGroup();
    alice
        .node()
        .loop()
        .run(() -> alice.node().groups().attestsChange(group, event -> note(event, bobsId)));
    assertThat(witness.doubtedAtNanos()).isEmpty();

    long killed = System.nanoTime();
    // SIGKILL: the process runs nothing more, and its system closes its sockets.
    assertThat(started.toHandle().destroyForcibly()).isTrue();

    long withdrawn = withdrawnAtNanos.get(VALIDITY_MILLIS, TimeUnit.MILLISECONDS);
    assertThat(witness.doubtedAtNanos()).containsOnlyKeys(bobsId);
    assertThat(millis(witness.doubtedAtNanos().getOrDefault(bobsId, killed) - killed))
        .as("until every protocol heard of the doubt")
        .isLessThan(LONGEST_DOUBT_MILLIS);
    assertThat(millis(withdrawn - killed))
        .as("until the attestation was withdrawn")
        .isLessThan(LONGEST_WITHDRAWAL_MILLIS);
  }

  /** Bob joins alice's group, they vouch for each other, and are linked over both carriers. */
  private GroupId formGroup() {
    TestGroup group = TestGroup.create(nodes, "alice", VALIDITY_MILLIS);
    group.admit("alice", "bob");
    group.awaitAttestations("alice", 2);
    TestNodes.await(
        "both carriers",
        () ->
            nodes.client("alice").get("/v1/sessions", SessionList.class).sessions().stream()
                .anyMatch(session -> session.carriers().equals(List.of("tcp", "quic"))));
    return group.id();
  }

  private void note(GroupEvent event, NodeId attestee) {
    if (event instanceof GroupEvent.AttestationLost lost
        && lost.attestee().equals(attestee)
        && lost.loss() instanceof GroupEvent.Loss.Withdrawn withdrawn
        && withdrawn.reason().code() == ReasonCode.UNREACHABLE) {
      withdrawnAtNanos.complete(System.nanoTime());
    }
  }

  private static long millis(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(nanos);
  }
}
