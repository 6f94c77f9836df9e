package org.lagroups.fileshare.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.Reason;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.record.Records;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

class VerdictBookTest {

  private static final NodeId ALICE = Records.ALICE.nodeId();
  private static final NodeId BOB = Records.BOB.nodeId();
  private static final MerkleRoot ROOT = Records.root(1);
  private static final MerkleRoot OTHER = Records.root(2);

  private final List<String> log = new ArrayList<>();
  private final List<Verdict> stored = new ArrayList<>();
  private final VerdictBook book = book(List.of());

  @Test
  void aBadVerdictWithdrawsTheAttestationWithItsReasonAndHidesThePublisher() {
    book.decide(bad(ALICE, ROOT));
    assertThat(log).containsExactly("withdraw BAD_CONTENT not what it says");
    assertThat(book.hides(Records.GROUP, ALICE, ROOT)).isTrue();
    assertThat(book.hides(Records.GROUP, ALICE, OTHER)).isTrue();
    assertThat(book.hides(Records.GROUP, BOB, ROOT)).isTrue();
    assertThat(book.hides(Records.GROUP, BOB, OTHER)).isFalse();
    assertThat(book.hides(GroupId.random(new java.util.Random(8)), ALICE, ROOT)).isFalse();
    assertThat(stored).containsExactly(bad(ALICE, ROOT));
  }

  @Test
  void aGoodVerdictIsRecordedAndCostsNothing() {
    book.decide(good(ALICE, ROOT));
    assertThat(log).isEmpty();
    assertThat(book.verdict(Records.GROUP, ALICE, ROOT)).contains(good(ALICE, ROOT));
    assertThat(book.hides(Records.GROUP, ALICE, ROOT)).isFalse();
  }

  @Test
  void undoRestoresThePublisherOnceNothingElseIsBad() {
    book.decide(bad(ALICE, ROOT));
    book.decide(bad(ALICE, OTHER));
    log.clear();
    assertThat(book.undo(ROOT)).containsExactly(bad(ALICE, ROOT));
    assertThat(log).isEmpty();
    assertThat(book.undo(OTHER)).hasSize(1);
    assertThat(log).containsExactly("restore");
    assertThat(book.all()).isEmpty();
    assertThat(stored).isEmpty();
    assertThat(book.undo(ROOT)).isEmpty();
  }

  @Test
  void changingBadToGoodRestoresThePublisher() {
    book.decide(bad(ALICE, ROOT));
    log.clear();
    book.decide(good(ALICE, ROOT));
    assertThat(log).containsExactly("restore");
  }

  @Test
  void remembersFromAnEarlierLife() {
    assertThat(book(List.of(bad(ALICE, ROOT))).hides(Records.GROUP, ALICE, OTHER)).isTrue();
  }

  @Test
  void boundsTheReason() {
    assertThatThrownBy(() -> new Verdict(Records.GROUP, ALICE, ROOT, false, "ä".repeat(101), 0))
        .hasMessageContaining("fewer words");
  }

  private VerdictBook book(List<Verdict> kept) {
    return new VerdictBook(kept, new Store(), new LoggedStanding());
  }

  private static Verdict bad(NodeId publisher, MerkleRoot root) {
    return new Verdict(Records.GROUP, publisher, root, false, "not what it says", 5);
  }

  private static Verdict good(NodeId publisher, MerkleRoot root) {
    return new Verdict(Records.GROUP, publisher, root, true, "", 5);
  }

  private final class Store implements VerdictStore {
    @Override
    public void save(Verdict verdict) {
      stored.add(verdict);
    }

    @Override
    public void remove(Verdict verdict) {
      stored.remove(verdict);
    }
  }

  private final class LoggedStanding implements Standing {
    @Override
    public void withdraw(GroupId group, NodeId node, Reason reason) {
      log.add("withdraw " + reason.code() + " " + reason.detail());
    }

    @Override
    public void restore(GroupId group, NodeId node) {
      log.add("restore");
    }
  }
}
