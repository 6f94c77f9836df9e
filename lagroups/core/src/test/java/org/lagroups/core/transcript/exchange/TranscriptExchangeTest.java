package org.lagroups.core.transcript.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.crypto.bls.Bls;
import org.lagroups.core.crypto.bls.JavaBls;
import org.lagroups.core.crypto.bls.NativeBls;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.group.UnknownGroupException;
import org.lagroups.core.testing.GroupWorld;
import org.lagroups.core.transcript.KeyRing;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.core.transcript.TranscriptPolicy;
import org.lagroups.core.transcript.TranscriptVerifier;
import org.lagroups.core.transcript.exchange.Outcome.Given;
import org.lagroups.core.transcript.exchange.Outcome.Missing;
import org.lagroups.core.transcript.exchange.Outcome.Why;
import org.lagroups.core.transcript.snapshot.Snapshot;
import org.lagroups.core.transcript.snapshot.SnapshotVerifier;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.seed.Seeds;

/** Members get the transcripts of others, and the proven graph of the whole group. */
final class TranscriptExchangeTest {

  private static final Bls BLS = NativeBls.load().orElseGet(JavaBls::new);
  private static final int SIZE = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final GroupWorld world =
      new GroupWorld(Seeds.one(), GroupSettings.DEFAULT, Optional.of(BLS));
  private GroupId group;

  @BeforeEach
  void aGroup() {
    group = world.form(SIZE);
    world
        .simulation()
        .runUntil("all attest to all", Duration.ofSeconds(10), () -> world.isClique(group));
    world.simulation().runFor(Duration.ofSeconds(30));
  }

  @Test
  void aMemberGivesItsTranscript() {
    for (int i = 0; i < SIZE; i++) {
      assertConvincing(given(transcript(0, i)), i);
    }
    assertThat(world.node(1).app().transcripts().counters().transcriptsGiven()).isEqualTo(1);
    assertThat(world.node(0).app().transcripts().counters().proofsTaken()).isEqualTo(SIZE - 1);
  }

  @Test
  void itComesOverARelayWhereThereIsNoLink() {
    world.simulation().network().cutBoth(world.node(0), world.node(3));
    world
        .simulation()
        .runUntil(
            "0 and 3 have no link",
            Duration.ofMinutes(2),
            () -> !world.node(0).isLinked(world.node(3)));
    world.simulation().runFor(Duration.ofSeconds(40));
    Transcript transcript = given(transcript(0, 3));
    assertThat(transcript.signers()).as("node 0 no longer attests to it").hasSize(SIZE - 2);
  }

  @Test
  void aSnapshotProvesTheWholeGraph() {
    Snapshot snapshot = snapshot(0).orElseThrow();
    assertThat(graph(snapshot)).isEqualTo(edges(world.groups(0).attestations(group)));
    assertThat(check(snapshot)).isTrue();
  }

  @Test
  void aNewcomerGetsTheWholeGraphFromItsFirstAttester() {
    world.add(1);
    world.node(SIZE).app().attestOnlyIf((self, other) -> other.equals(world.id(0)));
    world.join(group, SIZE, 0);
    world
        .simulation()
        .runUntil("it is attested to", PATIENCE, () -> !world.node(SIZE).app().joins().isEmpty());
    world
        .simulation()
        .runUntil(
            "it has heard its attester",
            PATIENCE,
            () -> world.groups(SIZE).member(group, world.id(0)).isPresent());
    Snapshot snapshot = given(snapshotFrom(SIZE, 0));
    assertThat(graph(snapshot)).contains(world.id(1) + " to " + world.id(2));
    assertThat(snapshot.attestations()).isGreaterThanOrEqualTo(SIZE * (SIZE - 1));
    assertThat(check(snapshot)).isTrue();
  }

  @Test
  void aSnapshotIsMadeOnceForAllWhoAskWithinASixthOfTheValidity() {
    for (int i = 1; i < SIZE; i++) {
      given(snapshotFrom(i, 0));
    }
    assertThat(world.node(1).app().transcripts().counters().transcriptsGiven()).isEqualTo(1);
    assertThat(world.node(0).app().transcripts().counters().snapshotsGiven()).isEqualTo(SIZE - 1);
    world.simulation().runFor(Duration.ofMillis(world.settings().validityMillis() / 6));
    given(snapshotFrom(1, 0));
    assertThat(world.node(2).app().transcripts().counters().transcriptsGiven()).isEqualTo(2);
  }

  @Test
  void nobodyIsAskedUntilSomebodyAsks() {
    world.simulation().runFor(Duration.ofMinutes(3));
    for (int i = 0; i < SIZE; i++) {
      assertThat(world.node(i).app().transcripts().counters())
          .isEqualTo(new ExchangeCounters(0, 0, 0, 0, 0));
    }
  }

  @Test
  void aMemberThatIsSilentIsMissingInTheSnapshot() {
    world.node(2).pause();
    Snapshot snapshot = snapshot(0).orElseThrow();
    assertThat(snapshot.transcripts())
        .extracting(transcript -> transcript.endorsement().attestee())
        .hasSize(SIZE - 1)
        .doesNotContain(world.id(2));
    assertThat(snapshot.signers().keySet()).as("it has signed for others").contains(world.id(2));
    assertThat(transcript(0, 2)).isEqualTo(new Missing<>(Why.NO_ANSWER));
  }

  @Test
  void whoAsksTooOftenIsRefused() {
    List<Outcome<Snapshot>> outcomes = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      world.node(1).app().transcripts().snapshotFrom(group, world.id(0), outcomes::add);
    }
    world.simulation().runUntil("all are answered", PATIENCE, () -> outcomes.size() == 12);
    int burst = (int) ProofDesk.SNAPSHOTS.burst();
    assertThat(outcomes.stream().filter(one -> one instanceof Given<Snapshot>)).hasSize(burst);
    assertThat(outcomes).contains(new Missing<>(Why.REFUSED));
    assertThat(world.node(0).app().transcripts().counters().asksRefused()).isEqualTo(12 - burst);
  }

  @Test
  void whoIsNotInTheViewCannotBeAsked() {
    world.add(1);
    assertThat(transcript(0, SIZE)).isEqualTo(new Missing<>(Why.NO_ROUTE));
    assertThatThrownBy(() -> world.node(SIZE).app().transcripts().snapshot(group, snapshot -> {}))
        .isInstanceOf(UnknownGroupException.class);
  }

  @Test
  void whoLeavesWhileItAsksIsToldSo() {
    List<Outcome<Transcript>> outcomes = new ArrayList<>();
    List<Optional<Snapshot>> snapshots = new ArrayList<>();
    TranscriptExchange exchange = world.node(0).app().transcripts();
    exchange.transcript(group, world.id(1), outcomes::add);
    exchange.snapshot(group, snapshots::add);
    world.groups(0).leave(group);
    world
        .simulation()
        .runUntil("an outcome", PATIENCE, () -> outcomes.size() + snapshots.size() == 2);
    assertThat(outcomes).containsExactly(new Missing<>(Why.LEFT));
  }

  private void assertConvincing(Transcript transcript, int member) {
    TranscriptPolicy policy = TranscriptPolicy.ofSigners(SIZE - 1).about(group, world.id(member));
    assertThat(
            new TranscriptVerifier(new KeyRing(BLS))
                .verify(transcript, policy, world.simulation().wallMillis())
                .flaws())
        .isEmpty();
  }

  private boolean check(Snapshot snapshot) {
    return new SnapshotVerifier(new KeyRing(BLS))
        .verify(snapshot, TranscriptPolicy.ofSigners(1), world.simulation().wallMillis())
        .isValid();
  }

  private Outcome<Transcript> transcript(int asker, int member) {
    return await(
        done -> world.node(asker).app().transcripts().transcript(group, world.id(member), done));
  }

  private Outcome<Snapshot> snapshotFrom(int asker, int member) {
    return await(
        done -> world.node(asker).app().transcripts().snapshotFrom(group, world.id(member), done));
  }

  private Optional<Snapshot> snapshot(int node) {
    return await(done -> world.node(node).app().transcripts().snapshot(group, done));
  }

  private <T> T await(Consumer<Consumer<T>> question) {
    List<T> answers = new ArrayList<>();
    question.accept(answers::add);
    world.simulation().runUntil("an answer", PATIENCE, () -> !answers.isEmpty());
    return answers.getFirst();
  }

  private static <T> T given(Outcome<T> outcome) {
    assertThat(outcome).isInstanceOf(Given.class);
    return ((Given<T>) outcome).proof();
  }

  private static Set<String> graph(Snapshot snapshot) {
    return edges(snapshot.graph());
  }

  private static Set<String> edges(AttestationGraph<NodeId> graph) {
    TreeSet<String> edges = new TreeSet<>();
    graph.edges().forEach(edge -> edges.add(edge.attester() + " to " + edge.attestee()));
    return edges;
  }
}
