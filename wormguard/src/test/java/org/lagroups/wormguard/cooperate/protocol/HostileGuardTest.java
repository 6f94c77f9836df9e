package org.lagroups.wormguard.cooperate.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.Signature;
import org.lagroups.core.crypto.bls.Bls;
import org.lagroups.core.crypto.bls.JavaBls;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.net.Adversaries;
import org.lagroups.simnet.seed.Seeds;
import org.lagroups.wormguard.cooperate.book.Book;
import org.lagroups.wormguard.cooperate.book.SignatureStatus;
import org.lagroups.wormguard.cooperate.book.TrustRule;
import org.lagroups.wormguard.cooperate.endorse.EndorsementShare;
import org.lagroups.wormguard.cooperate.endorse.SignatureEndorsement;
import org.lagroups.wormguard.cooperate.judge.Fault;
import org.lagroups.wormguard.cooperate.judge.Opinion;
import org.lagroups.wormguard.cooperate.judge.Refutation;
import org.lagroups.wormguard.cooperate.judge.SignedRefutation;
import org.lagroups.wormguard.cooperate.record.EvidenceRef;
import org.lagroups.wormguard.cooperate.record.SharedRule;
import org.lagroups.wormguard.cooperate.record.SignatureId;
import org.lagroups.wormguard.cooperate.record.SignatureRecord;
import org.lagroups.wormguard.cooperate.record.SignedRecord;
import org.lagroups.wormguard.cooperate.wire.DecodedMessage;
import org.lagroups.wormguard.cooperate.wire.GuardCodec;
import org.lagroups.wormguard.cooperate.wire.GuardMessage;

/** Member 3 has keys and a place in the group, and sends whatever it likes. */
final class HostileGuardTest {

  private static final int LIAR = 3;
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration T_A = Duration.ofMillis(GuardWorld.SETTINGS.validityMillis());

  private final Bls bls = new JavaBls();
  private final GuardWorld world = new GuardWorld(Seeds.one(), 4, TrustRule.DEFAULT, Set.of(LIAR));

  @Test
  void anOriginThatTellsEveryoneSomethingElseHasMadeSeveralSignatures() {
    SignedRecord one = record("worm-1", GuardWorld.evidence("worm"), 0);
    SignedRecord other = record("worm-2", GuardWorld.evidence("worm"), 0);
    assertThat(one.id()).isNotEqualTo(other.id());
    send(0, new GuardMessage.Offer(world.group(), one));
    send(1, new GuardMessage.Offer(world.group(), other));
    world.sim().runFor(SOON);
    for (int i = 0; i < 3; i++) {
      assertThat(world.app(i).phase(one.id())).isPresent();
      assertThat(world.app(i).phase(other.id())).isPresent();
      assertThat(world.app(i).enforced()).isEmpty();
    }
  }

  @Test
  void forgedEndorsementsCountForNothingAndMuteWhoSendsThem() {
    SignatureId id = publish("worm");
    Identity liar = world.identity(LIAR);
    Bytes proof = bls.provePossession(liar.blsSecret()).encoded();
    for (int victim = 0; victim < 3; victim++) {
      SignatureEndorsement words = words(id, 1);
      Bytes share = bls.sign(liar.blsSecret(), words.message()).encoded();
      NodeId claimed = world.node(victim).id();
      for (int to = 0; to < 3; to++) {
        send(
            to,
            new GuardMessage.Shares(
                world.group(),
                claimed,
                proof,
                List.of(new EndorsementShare(words, claimed, proof, share))));
      }
    }
    world.sim().runFor(SOON);
    for (int i = 0; i < 3; i++) {
      assertThat(world.app(i).enforces(id)).isFalse();
      assertThat(dropped(i, GuardDrop.BAD_SHARE)).isPositive();
    }
  }

  @Test
  void endorsementsOfOtherWordsOrTimesCountForNothing() {
    SignatureId id = publish("worm");
    Identity liar = world.identity(LIAR);
    Bytes proof = bls.provePossession(liar.blsSecret()).encoded();
    SignatureEndorsement replayed = words(id, -5);
    SignatureEndorsement future = words(id, 20);
    SignatureEndorsement offGrid =
        new SignatureEndorsement(world.group(), id, words(id, 1).expiryMillis() + 1);
    for (SignatureEndorsement words : List.of(replayed, future, offGrid)) {
      Bytes share = bls.sign(liar.blsSecret(), words.message()).encoded();
      send(
          0,
          new GuardMessage.Shares(
              world.group(),
              liar.nodeId(),
              proof,
              List.of(new EndorsementShare(words, liar.nodeId(), proof, share))));
    }
    world.sim().runFor(Duration.ofSeconds(1));
    assertThat(dropped(0, GuardDrop.BAD_TIME)).isEqualTo(3);
    assertThat(status(0, id).endorsements()).isEmpty();
  }

  @Test
  void forgedRefutationsStopNothing() {
    SignatureId id = world.offer(0, "worm");
    world.sim().runUntil("all enforce it", SOON, () -> world.allEnforce(id));
    Refutation said =
        new Refutation(
            world.group(), id, world.node(0).id(), Fault.OPERATOR, "", words(id, 1).expiryMillis());
    SignedRefutation signed = SignedRefutation.sign(said, world.identity(0));
    Signature forged = world.identity(LIAR).sign(SignedRefutation.DOMAIN, signed.encoded());
    send(
        1,
        new GuardMessage.Refute(
            world.group(), new SignedRefutation(said, signed.encoded(), forged)));
    world.sim().runFor(Duration.ofSeconds(1));
    assertThat(dropped(1, GuardDrop.BAD_SIGNATURE)).isEqualTo(1);
    assertThat(world.app(1).enforces(id)).isTrue();
  }

  @Test
  void aStormOfOffersFillsItsOriginsPlacesAndNoOthers() {
    for (int i = 0; i < 400; i++) {
      send(0, new GuardMessage.Offer(world.group(), record("worm" + i, evidence(i), 0)));
    }
    world.sim().runFor(SOON);
    assertThat(world.app(0).desk().all()).hasSize(Book.MAX_OF_ORIGIN);
    assertThat(dropped(0, GuardDrop.NO_ROOM)).isPositive();
    assertThat(dropped(0, GuardDrop.OVER_BUDGET)).isPositive();
    SignatureId good = world.offer(1, "other");
    world
        .sim()
        .runUntil(
            "the honest enforce it",
            T_A,
            () -> List.of(0, 1, 2).stream().allMatch(i -> world.app(i).enforces(good)));
  }

  @Test
  void evidenceThatIsLongerThanNamedIsNotTaken() {
    int named = 100;
    byte[] small = new byte[named];
    SignedRecord record = record("worm", Bytes.wrapOwned(small), 0);
    world.app(LIAR).shelf().lie(bytes -> Bytes.wrapOwned(new byte[40 * 1024]));
    expectRefusal(record);
  }

  @Test
  void evidenceThatIsNotWhatWasNamedIsNotTaken() {
    SignedRecord record = record("worm", GuardWorld.evidence("worm"), 0);
    world.app(LIAR).shelf().lie(bytes -> GuardWorld.evidence("w0rm"));
    expectRefusal(record);
  }

  @Test
  void evidenceThatNeverComesHoldsUpNobodyElsesSignatures() {
    world
        .sim()
        .network()
        .intercept(
            world.node(LIAR),
            Adversaries.only(
                GuardMachine.PROTOCOL,
                (envelope, wire) -> {
                  if (!isEvidence(envelope.message())) {
                    wire.send(envelope);
                  }
                }));
    for (int i = 0; i < Book.MAX_OF_ORIGIN; i++) {
      send(0, new GuardMessage.Offer(world.group(), record("held" + i, evidence(i), 0)));
    }
    world.sim().runFor(Duration.ofSeconds(1));
    List<SignatureId> good = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      good.add(world.offer(1, "good" + i));
    }
    world.sim().runFor(Duration.ofMinutes(1));
    assertThat(good)
        .allSatisfy(
            id -> assertThat(status(0, id).opinion()).isEqualTo(new Opinion.Endorsed(false)));
    assertThat(world.app(0).desk().all())
        .filteredOn(one -> one.untested().isPresent())
        .hasSize(Book.MAX_OF_ORIGIN)
        .allSatisfy(one -> assertThat(one.untested().orElseThrow().why()).contains("its evidence"));
  }

  private static boolean isEvidence(Bytes message) {
    return GuardCodec.decode(message) instanceof DecodedMessage.Accepted accepted
        && accepted.message() instanceof GuardMessage.EvidencePart;
  }

  private void expectRefusal(SignedRecord record) {
    world.app(LIAR).shelf().put(record.record().evidence(), GuardWorld.evidence("any"), ok -> {});
    tellLiar(record);
    world.sim().runFor(SOON);
    assertThat(dropped(0, GuardDrop.BAD_EVIDENCE)).isPositive();
    assertThat(world.app(0).shelf().size()).isZero();
    assertThat(status(0, record.id()).opinion()).isEqualTo(Opinion.OPEN);
  }

  @Test
  void aSignatureThatMatchesEverythingIsTakenByNobody() {
    SignatureRecord all =
        new SignatureRecord(
            world.group(),
            world.node(LIAR).id(),
            "drop ip any any -> any any (msg:\"everything\"; sid:1;)",
            EvidenceRef.of(GuardWorld.evidence("x")),
            world.sim().wallMillis(),
            world.sim().wallMillis() + 1_000_000);
    SignedRecord signed = SignedRecord.sign(all, world.identity(LIAR));
    for (int i = 0; i < 3; i++) {
      send(i, new GuardMessage.Offer(world.group(), signed));
    }
    world.sim().runFor(SOON);
    for (int i = 0; i < 3; i++) {
      assertThat(world.app(i).desk().all()).isEmpty();
      assertThat(dropped(i, GuardDrop.UNFIT_RULE)).isEqualTo(1);
    }
    List<OfferResult> results = new ArrayList<>();
    world
        .app(0)
        .desk()
        .offer(world.group(), all.rule(), GuardWorld.evidence("x"), 1_000, results::add);
    assertThat(results).singleElement().isInstanceOf(OfferResult.Refused.class);
  }

  @Test
  void recordsOfTheFutureOfStrangersAndWithForgedSignaturesAreRefused() {
    send(0, new GuardMessage.Offer(world.group(), record("a", GuardWorld.evidence("a"), 60_000)));
    Identity stranger = Identity.generate(new Random(77));
    SignatureRecord strange =
        new SignatureRecord(
            world.group(),
            stranger.nodeId(),
            GuardWorld.rule("b"),
            EvidenceRef.of(GuardWorld.evidence("b")),
            world.sim().wallMillis(),
            world.sim().wallMillis() + 1_000);
    send(0, new GuardMessage.Offer(world.group(), SignedRecord.sign(strange, stranger)));
    SignedRecord sound = record("c", GuardWorld.evidence("c"), 0);
    Signature forged = stranger.sign(SignedRecord.DOMAIN, sound.encoded());
    send(
        0,
        new GuardMessage.Offer(
            world.group(), SignedRecord.of(sound.record(), sound.encoded(), forged)));
    world.sim().runFor(Duration.ofSeconds(1));
    assertThat(dropped(0, GuardDrop.BAD_TIME)).isEqualTo(1);
    assertThat(dropped(0, GuardDrop.UNKNOWN_SIGNER)).isEqualTo(1);
    assertThat(dropped(0, GuardDrop.BAD_SIGNATURE)).isEqualTo(1);
    assertThat(world.app(0).desk().all()).isEmpty();
  }

  @Test
  void whoLeavesTheGroupTakesNobodyElsesPlaces() {
    Book book = new Book();
    Set<NodeId> view = Set.of(world.node(0).id());
    assertThat(book.hasRoom(world.node(LIAR).id(), view::contains)).isTrue();
    for (int i = 0; i < Book.MAX_OF_ORIGIN; i++) {
      SignedRecord record = record("w" + i, evidence(i), 0);
      book.add(
          record,
          ((SharedRule.Terms.Met) SharedRule.read(record.record().rule())).rule(),
          view::contains);
    }
    assertThat(book.hasRoom(world.node(LIAR).id(), view::contains)).isFalse();
    assertThat(book.hasRoom(world.node(0).id(), view::contains)).isTrue();
  }

  private SignatureId publish(String word) {
    SignedRecord record = record(word, GuardWorld.evidence(word), 0);
    for (int i = 0; i < 3; i++) {
      send(i, new GuardMessage.Offer(world.group(), record));
    }
    world.sim().runFor(Duration.ofSeconds(1));
    return record.id();
  }

  /** So that it serves the evidence, too. */
  private void tellLiar(SignedRecord record) {
    send(0, new GuardMessage.Offer(world.group(), record));
    world.sim().runFor(Duration.ofMillis(500));
    world.app(0).send(world.node(LIAR).id(), new GuardMessage.Offer(world.group(), record));
  }

  private SignedRecord record(String word, Bytes evidence, long ahead) {
    long now = world.sim().wallMillis() + ahead;
    return SignedRecord.sign(
        new SignatureRecord(
            world.group(),
            world.node(LIAR).id(),
            GuardWorld.rule(word),
            EvidenceRef.of(evidence),
            now,
            now + 86_400_000),
        world.identity(LIAR));
  }

  private static Bytes evidence(int number) {
    return GuardWorld.evidence("e" + number);
  }

  private SignatureEndorsement words(SignatureId id, int steps) {
    long step = GuardWorld.SETTINGS.validityMillis() / 3;
    long expiry = Math.floorDiv(world.sim().wallMillis(), step) * step + steps * step;
    return new SignatureEndorsement(world.group(), id, expiry);
  }

  private SignatureStatus status(int index, SignatureId id) {
    return world.app(index).desk().all().stream()
        .filter(one -> one.signed().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private long dropped(int index, GuardDrop reason) {
    return world.app(index).machine().counters().dropped(reason);
  }

  private void send(int to, GuardMessage message) {
    world.app(LIAR).send(world.node(to).id(), message);
  }
}
