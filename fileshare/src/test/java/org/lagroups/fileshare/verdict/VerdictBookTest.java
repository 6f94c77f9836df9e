package org.lagroups.fileshare.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.Reason;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.record.Records;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.seed.Seeds;

class VerdictBookTest {

  private static final NodeId ALICE = Records.ALICE.nodeId();
  private static final NodeId BOB = Records.BOB.nodeId();
  private static final MerkleRoot ROOT = Records.root(1);
  private static final MerkleRoot OTHER = Records.root(2);

  private final List<String> log = new ArrayList<>();
  private final Map<Verdict, Effect> stored = new LinkedHashMap<>();
  private final Map<NodeId, String> bans = new HashMap<>();
  private boolean isMember = true;
  private VerdictBook book = book(List.of());

  @Test
  void aBadVerdictWithdrawsTheAttestationWithItsReasonAndHidesThePublisher() {
    book.decide(bad(ALICE, ROOT));
    assertThat(log).containsExactly("withdraw BAD_CONTENT not what it says");
    assertThat(book.hides(Records.GROUP, ALICE, ROOT)).isTrue();
    assertThat(book.hides(Records.GROUP, ALICE, OTHER)).isTrue();
    assertThat(book.hides(Records.GROUP, BOB, ROOT)).isTrue();
    assertThat(book.hides(Records.GROUP, BOB, OTHER)).isFalse();
    assertThat(book.hides(GroupId.random(new Random(8)), ALICE, ROOT)).isFalse();
    assertThat(stored).containsExactly(Map.entry(bad(ALICE, ROOT), Effect.PLACED));
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
    book.decide(bad(ALICE, ROOT));
    restart();
    assertThat(book.hides(Records.GROUP, ALICE, OTHER)).isTrue();
  }

  @Test
  void aBanThatThePersonHasLiftedDoesNotComeBackWithAStart() {
    book.decide(bad(ALICE, ROOT));
    operatorUnbans(ALICE);
    restart();
    assertThat(bans).isEmpty();
    assertThat(book.verdict(Records.GROUP, ALICE, ROOT)).isPresent();
    leave();
    rejoin();
    assertThat(bans).as("lifted for good").isEmpty();
    book.decide(bad(ALICE, OTHER));
    assertThat(bans).as("a new verdict bans anew").containsKey(ALICE);
  }

  @Test
  void onceThePersonHasLiftedTheBanOnlyTheBadFileStaysHidden() {
    book.decide(bad(ALICE, ROOT));
    operatorUnbans(ALICE);
    assertThat(book.hides(Records.GROUP, ALICE, OTHER)).isFalse();
    assertThat(book.hides(Records.GROUP, ALICE, ROOT)).isTrue();
    assertThat(book.hides(Records.GROUP, BOB, ROOT)).isTrue();
    restart();
    assertThat(book.hides(Records.GROUP, ALICE, OTHER)).as("after a restart").isFalse();
    assertThat(book.hides(Records.GROUP, ALICE, ROOT)).isTrue();
    leave();
    rejoin();
    assertThat(book.hides(Records.GROUP, ALICE, OTHER)).as("in the group again").isFalse();
    operatorBans(ALICE);
    assertThat(book.hides(Records.GROUP, ALICE, OTHER)).as("banned again").isTrue();
  }

  @Test
  void aNewBadVerdictHidesAPublisherWhoseBanWasLifted() {
    book.decide(bad(ALICE, ROOT));
    operatorUnbans(ALICE);
    book.decide(bad(ALICE, OTHER));
    assertThat(book.hides(Records.GROUP, ALICE, Records.root(3))).isTrue();
    book.undo(OTHER);
    assertThat(book.hides(Records.GROUP, ALICE, Records.root(3))).isFalse();
    assertThat(book.hides(Records.GROUP, ALICE, ROOT)).isTrue();
    book.undo(ROOT);
    assertThat(book.hides(Records.GROUP, ALICE, ROOT)).isFalse();
  }

  @Test
  void undoLeavesTheBansThatThePersonMade() {
    operatorBans(ALICE);
    book.decide(bad(ALICE, ROOT));
    assertThat(bans).containsEntry(ALICE, "operator");
    book.decide(bad(BOB, OTHER));
    operatorBans(BOB);
    restart();
    book.undo(ROOT);
    book.undo(OTHER);
    assertThat(bans).containsOnlyKeys(ALICE, BOB);
  }

  @Test
  void changingToGoodLeavesTheBanThatThePersonMade() {
    operatorBans(ALICE);
    book.decide(bad(ALICE, ROOT));
    book.decide(good(ALICE, ROOT));
    assertThat(bans).containsEntry(ALICE, "operator");
  }

  @Test
  void aStandingVerdictBansAgainInAGroupThatIsJoinedAgain() {
    book.decide(bad(ALICE, ROOT));
    operatorBans(BOB);
    book.decide(bad(BOB, OTHER));
    leave();
    assertThat(stored.values()).containsOnly(Effect.PENDING);
    restart();
    assertThat(bans).isEmpty();
    rejoin();
    assertThat(bans).containsOnlyKeys(ALICE, BOB);
    book.undo(OTHER);
    assertThat(bans).containsOnlyKeys(ALICE);
  }

  @Test
  void drawsAfterACrashWhatWasNotDrawnBefore() {
    stored.put(bad(ALICE, ROOT), Effect.PENDING);
    restart();
    assertThat(bans).containsKey(ALICE);
    assertThat(stored).containsEntry(bad(ALICE, ROOT), Effect.PLACED);
    bans.clear();
    isMember = false;
    restart();
    assertThat(stored).containsEntry(bad(ALICE, ROOT), Effect.PENDING);
  }

  @Test
  void hidesWhatALookAtAllVerdictsWouldHide() {
    Seeds.forEach(
        20,
        200,
        seed -> {
          Random random = new Random(seed);
          stored.clear();
          bans.clear();
          book = book(List.of());
          for (int step = 0; step < 200; step++) {
            NodeId publisher = random.nextBoolean() ? ALICE : BOB;
            MerkleRoot root = Records.root(random.nextInt(4));
            switch (random.nextInt(6)) {
              case 0 -> book.undo(root);
              case 1 -> book.decide(good(publisher, root));
              case 2 -> operatorUnbans(publisher);
              case 3 -> operatorBans(publisher);
              default -> book.decide(bad(publisher, root));
            }
            assertThat(book.hides(Records.GROUP, ALICE, ROOT))
                .isEqualTo(
                    stored.entrySet().stream()
                        .anyMatch(one -> hides(one.getKey(), one.getValue())));
          }
        });
  }

  @Test
  void boundsTheVerdicts() {
    List<KeptVerdict> many = new ArrayList<>();
    for (int i = 0; i < VerdictBook.MAX_VERDICTS; i++) {
      many.add(new KeptVerdict(good(ALICE, root(i)), Effect.NONE));
    }
    book = book(many);
    assertThatThrownBy(() -> book.decide(good(BOB, ROOT))).hasMessageContaining("undo");
    book.decide(bad(ALICE, root(7)));
    assertThat(book.hides(Records.GROUP, BOB, root(7))).isTrue();
  }

  @Test
  void boundsTheReason() {
    assertThatThrownBy(() -> new Verdict(Records.GROUP, ALICE, ROOT, false, "ä".repeat(101), 0))
        .hasMessageContaining("fewer words");
  }

  private static boolean hides(Verdict verdict, Effect effect) {
    boolean isHers = verdict.publisher().equals(ALICE) && effect != Effect.LIFTED;
    return !verdict.good() && (isHers || verdict.root().equals(ROOT));
  }

  private VerdictBook book(List<KeptVerdict> kept) {
    return new VerdictBook(kept, new Store(), new LoggedStanding());
  }

  private void restart() {
    book =
        book(
            stored.entrySet().stream()
                .map(one -> new KeptVerdict(one.getKey(), one.getValue()))
                .toList());
    book.resume(isMember ? Set.of(Records.GROUP) : Set.of());
  }

  private void leave() {
    isMember = false;
    bans.clear();
    book.left(Records.GROUP);
  }

  private void rejoin() {
    isMember = true;
    book.joined(Records.GROUP);
  }

  private void operatorBans(NodeId node) {
    bans.put(node, "operator");
    book.judged(Records.GROUP, node);
  }

  private void operatorUnbans(NodeId node) {
    bans.remove(node);
    book.judged(Records.GROUP, node);
  }

  /** As {@link Records#root}, for more numbers. */
  private static MerkleRoot root(int number) {
    byte[] hash = new byte[MerkleRoot.LENGTH];
    ByteBuffer.wrap(hash).putInt(number);
    return new MerkleRoot(Bytes.wrapOwned(hash));
  }

  private static Verdict bad(NodeId publisher, MerkleRoot root) {
    return new Verdict(Records.GROUP, publisher, root, false, "not what it says", 5);
  }

  private static Verdict good(NodeId publisher, MerkleRoot root) {
    return new Verdict(Records.GROUP, publisher, root, true, "", 5);
  }

  private final class Store implements VerdictStore {
    @Override
    public void save(KeptVerdict kept) {
      stored.keySet().removeIf(one -> isOnTheSame(one, kept.verdict()));
      stored.put(kept.verdict(), kept.effect());
    }

    private static boolean isOnTheSame(Verdict one, Verdict other) {
      return one.publisher().equals(other.publisher()) && one.root().equals(other.root());
    }

    @Override
    public void remove(Verdict verdict) {
      stored.remove(verdict);
    }
  }

  private final class LoggedStanding implements Standing {
    @Override
    public boolean isBanned(GroupId group, NodeId node) {
      return bans.containsKey(node);
    }

    @Override
    public boolean withdraw(GroupId group, NodeId node, Reason reason) {
      if (isMember) {
        log.add("withdraw " + reason.code() + " " + reason.detail());
        bans.put(node, reason.detail());
      }
      return isMember;
    }

    @Override
    public void restore(GroupId group, NodeId node) {
      log.add("restore");
      bans.remove(node);
    }
  }
}
