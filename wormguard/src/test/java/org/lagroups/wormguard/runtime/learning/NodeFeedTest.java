package org.lagroups.wormguard.runtime.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lagroups.machine.Bytes;
import org.lagroups.wormguard.api.AddBenign;
import org.lagroups.wormguard.learn.evidence.Evidence;
import org.lagroups.wormguard.learn.evidence.EvidenceDigest;
import org.lagroups.wormguard.learn.evidence.Evidences;
import org.lagroups.wormguard.learn.evidence.PayloadSample;
import org.lagroups.wormguard.learn.signature.Signature;

@Timeout(60)
final class NodeFeedTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final PayloadSample PAYLOAD = Evidences.sample("ordinary");
  private static final NodePort.Outcome OFFERED = new NodePort.Outcome.Offered("an id");
  private static final NodePort.Outcome UNDECIDED = new NodePort.Outcome.Undecided("too little");

  private final List<NodePort.Outcome> told = Collections.synchronizedList(new ArrayList<>());
  private final FakeNode node = new FakeNode();

  /** A node that takes a signature once it has enough payloads, and none while it is away. */
  private static final class FakeNode implements NodePort {

    private final List<Integer> batches = new ArrayList<>();
    private int least;
    private boolean isAway;
    private Optional<CountDownLatch> hold = Optional.empty();

    @Override
    public Outcome offer(Signature signature) {
      return payloads() >= least ? OFFERED : UNDECIDED;
    }

    @Override
    public boolean give(List<PayloadSample> payloads) {
      hold.ifPresent(FakeNode::await);
      if (!isAway) {
        batches.add(payloads.size());
      }
      return !isAway;
    }

    int payloads() {
      return batches.stream().mapToInt(Integer::intValue).sum();
    }

    private static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void givesAllPayloadsInBatchesBeforeTheLastOffer() {
    node.least = 1_000;
    NodeFeed feed =
        new NodeFeed(node, Duration.ofDays(1), (signature, outcome) -> told.add(outcome));
    feed.offer(signature());
    give(feed, 1_000);
    feed.finish(PATIENCE);
    assertThat(told).containsExactly(OFFERED);
    assertThat(feed.given()).isEqualTo(1_000);
    assertThat(feed.lost()).isZero();
    assertThat(node.batches).allMatch(size -> size <= AddBenign.MOST);
  }

  @Test
  void offersAgainUntilTheNodeHasDecided() throws InterruptedException {
    node.least = AddBenign.MOST;
    CountDownLatch decided = new CountDownLatch(1);
    NodeFeed feed =
        new NodeFeed(
            node,
            Duration.ofMillis(1),
            (signature, outcome) -> {
              told.add(outcome);
              decided.countDown();
            });
    feed.offer(signature());
    give(feed, AddBenign.MOST);
    decided.await();
    feed.finish(PATIENCE);
    assertThat(told).containsExactly(OFFERED);
  }

  @Test
  void tellsWhatWasNotDecidedInTheEnd() {
    node.least = 1;
    NodeFeed feed =
        new NodeFeed(node, Duration.ofDays(1), (signature, outcome) -> told.add(outcome));
    feed.offer(signature());
    feed.finish(PATIENCE);
    assertThat(told).containsExactly(UNDECIDED);
  }

  @Test
  void losesTheOldestPayloadsWhileTheNodeIsSlowAndNeverWaitsForIt() {
    CountDownLatch hold = new CountDownLatch(1);
    node.hold = Optional.of(hold);
    NodeFeed feed =
        new NodeFeed(node, Duration.ofDays(1), (signature, outcome) -> told.add(outcome));
    give(feed, 3 * NodeFeed.MOST_PAYLOADS);
    assertThat(feed.lost())
        .isBetween(2L * NodeFeed.MOST_PAYLOADS - AddBenign.MOST, 2L * NodeFeed.MOST_PAYLOADS);
    hold.countDown();
    feed.finish(PATIENCE);
    assertThat(feed.given() + feed.lost()).isEqualTo(3L * NodeFeed.MOST_PAYLOADS);
  }

  @Test
  void countsWhatANodeThatIsAwayDidNotGet() {
    node.isAway = true;
    NodeFeed feed =
        new NodeFeed(node, Duration.ofDays(1), (signature, outcome) -> told.add(outcome));
    give(feed, 500);
    feed.finish(PATIENCE);
    assertThat(feed.given()).isZero();
    assertThat(feed.lost()).isEqualTo(500);
  }

  @Test
  void hasRoomForSoManySignatures() {
    CountDownLatch hold = new CountDownLatch(1);
    node.hold = Optional.of(hold);
    NodeFeed feed =
        new NodeFeed(node, Duration.ofDays(1), (signature, outcome) -> told.add(outcome));
    give(feed, AddBenign.MOST);
    for (int i = 0; i < NodeFeed.MOST_SIGNATURES + 3; i++) {
      feed.offer(signature());
    }
    hold.countDown();
    feed.finish(PATIENCE);
    assertThat(told).hasSize(NodeFeed.MOST_SIGNATURES + 3);
    assertThat(told)
        .filteredOn(NodePort.Outcome.Away.class::isInstance)
        .hasSizeLessThanOrEqualTo(3);
  }

  private static void give(NodeFeed feed, int count) {
    for (int i = 0; i < count; i++) {
      feed.ordinary(PAYLOAD);
    }
  }

  private static Signature signature() {
    Evidence evidence = Evidences.example();
    return new Signature(
        Signature.FIRST_SID,
        Bytes.copyOf("inert example".getBytes(StandardCharsets.US_ASCII)),
        evidence,
        EvidenceDigest.of(evidence));
  }
}
