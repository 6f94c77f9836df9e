package org.lagroups.multicast.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.multicast.tree.Bench.STREAM;
import static org.lagroups.multicast.tree.Bench.contact;
import static org.lagroups.multicast.tree.Bench.peer;
import static org.lagroups.multicast.tree.Bench.seek;
import static org.lagroups.multicast.tree.Bench.transcript;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.Signature;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.multicast.tree.child.Search;
import org.lagroups.multicast.tree.parent.Hearsay;
import org.lagroups.multicast.tree.parent.Hosting;
import org.lagroups.multicast.tree.port.TreeSettings;
import org.lagroups.multicast.wire.TreeMessage;
import org.lagroups.multicast.wire.TreeMessage.Place;
import org.lagroups.multicast.wire.TreeMessage.Purpose;
import org.lagroups.multicast.wire.TreeMessage.Refer;
import org.lagroups.multicast.wire.place.Fallen;
import org.lagroups.multicast.wire.place.Option;
import org.lagroups.multicast.wire.place.Stand;
import org.lagroups.multicast.wire.place.Ward;

/** Peers that lie, forge, flood and ask for what is not theirs. */
class HostileTest {

  private static final TreeSettings SETTINGS =
      TreeSettings.DEFAULT.withMostChildren(3).withLeastUptimeMillis(1_000);
  private static final GroupId GROUP = new GroupId(Bytes.fromHex("08".repeat(GroupId.LENGTH)));
  private static final GroupId OTHER = new GroupId(Bytes.fromHex("09".repeat(GroupId.LENGTH)));
  private static final Bytes TOKEN = Bytes.wrapOwned(new byte[TreeMessage.TOKEN_BYTES]);
  private static final Signature FORGED = new Signature(Bytes.wrapOwned(new byte[64]));

  @Test
  void aFloodOfSeeksGetsNoMoreAnswersThanItsBudget() {
    Bench bench = Bench.source(SETTINGS);
    for (int i = 0; i < 1_000; i++) {
      bench.from(1, seek(i, Purpose.NEWCOMER));
    }
    assertThat(bench.taken(1)).hasSizeLessThanOrEqualTo((int) Hosting.ASKS_OF_PEER.burst());
    assertThat(bench.tree.statistics().floods()).isGreaterThan(900);
    bench.from(2, seek(1, Purpose.NEWCOMER));
    assertThat(bench.taken(2)).as("others are answered").hasSize(1);
  }

  @Test
  void aPlaceIsTakenByItsTokenInTimeAndOnlyByWhomItWasGivenTo() {
    Bench bench = Bench.source(SETTINGS);
    bench.from(1, seek(1, Purpose.NEWCOMER));
    Bytes token = bench.last(1, Place.class).orElseThrow().token();
    bench.from(1, new TreeMessage.Take(STREAM, TOKEN, 0));
    bench.from(2, new TreeMessage.Take(STREAM, token, 0));
    assertThat(bench.tree.children()).isEmpty();
    bench.pass(SETTINGS.reservedMillis() + 200);
    bench.from(1, new TreeMessage.Take(STREAM, token, 0));
    assertThat(bench.tree.children()).isEmpty();
    assertThat(bench.tree.statistics().refusedTakes()).isEqualTo(3);
    bench.adopt(1);
    bench.from(1, new TreeMessage.Take(STREAM, token, 0));
    assertThat(bench.tree.children()).hasSize(1);
  }

  @Test
  void newcomersGetOnePlaceLessThanThereAreAndReservedPlacesCount() {
    Bench bench = Bench.source(SETTINGS);
    for (int i = 1; i < 10; i++) {
      bench.from(i, seek(1, Purpose.NEWCOMER));
    }
    long places =
        IntStream.range(1, 10).filter(i -> bench.last(i, Place.class).isPresent()).count();
    assertThat(places).isEqualTo(SETTINGS.mostChildren() - 1);
  }

  @Test
  void whoOnlySaysThatItLostItsParentGetsNoPlaceThatNewcomersDoNot() {
    Bench bench = Bench.source(SETTINGS);
    bench.adopt(1);
    bench.adopt(2);
    bench.from(3, seek(1, Purpose.ORPHAN));
    bench.from(4, seek(1, Purpose.MOVING));
    assertThat(bench.last(3, Place.class)).isEmpty();
    assertThat(bench.last(4, Place.class)).isEmpty();
  }

  @Test
  void whoIsProvenByItsGroupRises() {
    Bench bench = risable();
    bench.from(3, climb(transcript(GROUP, 3, soon(bench), 1, 4)));
    assertThat(bench.last(3, Place.class)).isPresent();
  }

  @Test
  void noTranscriptOfAnotherGroupMemberTimeOrBySignersFromElsewhereLetsAnybodyRise() {
    List<Function<Bench, Transcript>> bad =
        List.of(
            bench -> transcript(OTHER, 3, soon(bench), 1, 4),
            bench -> transcript(GROUP, 4, soon(bench), 1, 5),
            bench -> transcript(GROUP, 3, bench.wallMillis() - 10_000, 1, 4),
            bench -> transcript(GROUP, 3, bench.wallMillis() + 10 * Bench.VALIDITY_MILLIS, 1, 4),
            bench -> transcript(GROUP, 3, soon(bench), 10, 11, 12),
            bench -> transcript(GROUP, 3, soon(bench), 1, 10),
            bench -> transcript(GROUP, 3, soon(bench), 1));
    for (Function<Bench, Transcript> transcript : bad) {
      Bench bench = risable();
      bench.from(3, climb(transcript.apply(bench)));
      assertThat(bench.last(3, Place.class)).isEmpty();
      assertThat(bench.tree.statistics().refusedClimbs()).isEqualTo(1);
    }
  }

  @Test
  void nobodyRisesWhoIsInNoHouseholdOrHasNotBeenThereForLong() {
    Bench bench = risable();
    bench.from(7, climb(transcript(GROUP, 7, soon(bench), 1, 4)));
    assertThat(bench.last(7, Place.class)).as("of no household").isEmpty();
    Bench fresh = Bench.source(SETTINGS);
    fresh.adopt(1);
    fresh.adopt(2);
    household(fresh, 1, Long.MAX_VALUE / 2, 3, 4);
    fresh.from(3, climb(transcript(GROUP, 3, soon(fresh), 1, 4)));
    assertThat(fresh.last(3, Place.class))
        .as("its parent claims more uptime for it than it has itself")
        .isEmpty();
  }

  @Test
  void proofsAreLookedAtOnlySoOften() {
    Bench bench = risable();
    for (int i = 0; i < 100; i++) {
      bench.from(3, climb(transcript(OTHER, 3, soon(bench), 1, 4)));
    }
    assertThat(bench.tree.statistics().refusedClimbs())
        .isLessThanOrEqualTo((long) Hosting.CLIMBS_OF_PEER.burst());
  }

  @Test
  void aChildIsBelievedThatItsOwnFellButForTheFirstPenaltyOnly() {
    Bench bench = risable();
    household(bench, 1, List.of(fallen(3)), 4, 5);
    assertThat(fallenTold(bench))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.node()).isEqualTo(peer(3));
          assertThat(one.leftMillis()).isLessThanOrEqualTo(SETTINGS.penaltyMillis());
        });
  }

  @Test
  void aChildThatSaysThatOthersFellIsNotBelieved() {
    Bench bench = risable();
    household(bench, 6, List.of(), 7);
    int stranger = 9;
    household(bench, 1, List.of(fallen(6), fallen(7), fallen(stranger)), 3, 4, 5);
    assertThat(fallenTold(bench)).as("a sibling, its child, a stranger").isEmpty();
    household(bench, 1, List.of(fallen(7), fallen(stranger)), 7, stranger);
    assertThat(fallenTold(bench)).as("named as its own by the same message").isEmpty();
    household(bench, 1, List.of(fallen(7)), 3, 4, 5);
    assertThat(fallenTold(bench)).as("a minute ago another's").isEmpty();
  }

  @Test
  void noChildMakesManyFall() {
    Bench bench = Bench.source(SETTINGS);
    bench.adopt(1);
    int last = 2 + (int) Hearsay.FALLEN_BY_PEER.burst();
    for (int i = 2; i <= last; i++) {
      household(bench, 1, List.of(), i);
      household(bench, 1, List.of(fallen(i)));
    }
    assertThat(fallenTold(bench))
        .extracting(Fallen::node)
        .contains(peer(2))
        .doesNotContain(peer(last));
  }

  @Test
  void aChildThatNamesMoreThanItCanHaveOrTooOftenIsNotListenedTo() {
    Bench bench = Bench.source(SETTINGS);
    bench.adopt(1);
    household(bench, 1, List.of(), 3, 4, 5, 6, 7, 8);
    assertThat(bench.tree.children().getFirst().wards()).hasSize(SETTINGS.mostChildren());
    for (int i = 0; i < 100; i++) {
      household(bench, 1, List.of(), 3);
    }
    assertThat(bench.tree.statistics().floods())
        .isEqualTo(101 - (long) Hearsay.HOUSEHOLDS_OF_PEER.burst());
  }

  @Test
  void noParentIsTakenThatCannotShowTheSourcesEpoch() {
    Bench bench = Bench.receiver(SETTINGS, 1);
    offer(bench, 1);
    bench.from(1, pulse(new Stand(5, 0), FORGED));
    Identity impostor = Identity.generate(new Random(99));
    bench.from(1, pulse(new Stand(5, 0), bench.epochs.sign(5, impostor)));
    bench.from(1, pulse(new Stand(6, 0), bench.epochs.sign(5, Bench.PUBLISHER)));
    assertThat(bench.tree.parent()).isEmpty();
    bench.from(1, pulse(new Stand(5, 0), bench.epochs.sign(5, Bench.PUBLISHER)));
    assertThat(bench.tree.parent()).isPresent();
    assertThat(bench.tree.stand()).isEqualTo(new Stand(5, 1));
  }

  @Test
  void noParentIsTakenWhoseStandIsNotBetter() {
    Bench bench = Bench.receiver(SETTINGS, 1);
    offer(bench, 1);
    bench.from(1, pulse(new Stand(5, 2), bench.epochs.sign(5, Bench.PUBLISHER)));
    bench.adopt(3);
    // Its parent asks it to move below its own child, or somebody that is no nearer.
    bench.linked.add(peer(2));
    bench.from(1, new TreeMessage.Yield(STREAM, List.of(new Option(contact(2), 9))));
    int number = bench.last(2, TreeMessage.Seek.class).orElseThrow().number();
    bench.from(2, new Place(STREAM, number, OTHER, TOKEN, new Stand(5, 3)));
    assertThat(bench.last(2, TreeMessage.Take.class)).isPresent();
    bench.from(2, pulse(new Stand(5, 3), bench.epochs.sign(5, Bench.PUBLISHER)));
    assertThat(bench.tree.parent().orElseThrow().node()).isEqualTo(peer(1));
    // An epoch that did not come through this node shows that the other is not below it.
    bench.from(1, pulse(new Stand(6, 2), bench.epochs.sign(6, Bench.PUBLISHER)));
    assertThat(bench.tree.stand()).as("keeps its stand meanwhile").isEqualTo(new Stand(5, 3));
    bench.from(2, pulse(new Stand(6, 3), bench.epochs.sign(6, Bench.PUBLISHER)));
    assertThat(bench.tree.parent().orElseThrow().node()).isEqualTo(peer(2));
    assertThat(bench.tree.stand()).isEqualTo(new Stand(6, 4));
    assertThat(bench.last(1, TreeMessage.Part.class)).isPresent();
  }

  @Test
  void placesThatWereNotAskedForAreGivenBack() {
    Bench bench = Bench.receiver(SETTINGS, 1);
    bench.from(9, new Place(STREAM, 1, OTHER, TOKEN, new Stand(5, 0)));
    assertThat(bench.last(9, TreeMessage.Part.class)).isPresent();
    assertThat(bench.last(9, TreeMessage.Take.class)).isEmpty();
  }

  @Test
  void referralsInCirclesAndWithoutEndAreNotFollowedForever() {
    Bench bench = Bench.receiver(SETTINGS, 1);
    int asked = 0;
    for (int round = 0; round < 100; round++) {
      for (int i = 1; i < 30; i++) {
        for (TreeMessage message : bench.taken(i)) {
          if (message instanceof TreeMessage.Seek seek && seek.number() == 1) {
            asked++;
            List<Option> all =
                IntStream.range(1, 30).mapToObj(n -> new Option(contact(n), 1)).toList();
            bench.from(i, new Refer(STREAM, 1, all));
          }
        }
      }
    }
    assertThat(asked).isBetween(20, Search.MAX_ASKED);
  }

  @Test
  void aSilentOrStaleParentIsLeft() {
    Bench bench = Bench.receiver(SETTINGS, 1);
    offer(bench, 1);
    Signature proof = bench.epochs.sign(5, Bench.PUBLISHER);
    bench.from(1, pulse(new Stand(5, 0), proof));
    for (int i = 0; i < 8; i++) {
      bench.pass(500);
      bench.from(1, pulse(new Stand(5, 0), proof));
    }
    assertThat(bench.tree.parent()).isPresent();
    for (int i = 0; i < 20; i++) {
      bench.pass(500);
      bench.from(1, pulse(new Stand(5, 0), proof));
    }
    assertThat(bench.tree.parent()).as("beats, but the source's epochs do not come").isEmpty();
  }

  /** A source with children 1 and 6, of whom 1 has 3, 4 and 5, for long enough. */
  private static Bench risable() {
    Bench bench = Bench.source(SETTINGS);
    bench.adopt(1);
    bench.adopt(2);
    household(bench, 1, List.of(), 3, 4, 5);
    bench.passWith(20_000, 1);
    // The other one is new: clearly worse.
    bench.adopt(6);
    bench.passWith(6_000, 1, 6);
    household(bench, 1, List.of(), 3, 4, 5);
    return bench;
  }

  private static void household(Bench bench, int of, long uptimeMillis, int... wards) {
    household(bench, of, uptimeMillis, List.of(), wards);
  }

  private static void household(Bench bench, int of, List<Fallen> fallen, int... wards) {
    household(bench, of, 0, fallen, wards);
  }

  private static void household(
      Bench bench, int of, long uptimeMillis, List<Fallen> fallen, int... wards) {
    List<Ward> named =
        IntStream.of(wards)
            .mapToObj(ward -> new Ward(contact(ward), uptimeMillis, 1_000_000))
            .toList();
    bench.from(of, new TreeMessage.Household(STREAM, Optional.of(GROUP), named, fallen));
  }

  /** The worst that can be claimed. */
  private static Fallen fallen(int number) {
    return new Fallen(peer(number), Long.MAX_VALUE);
  }

  /** Who fell, by the word of the bench to a child. */
  private static List<Fallen> fallenTold(Bench bench) {
    bench.passWith(5_000, 1, 6);
    return bench.last(1, TreeMessage.Lineage.class).orElseThrow().fallen();
  }

  private static void offer(Bench bench, int by) {
    int number = bench.last(by, TreeMessage.Seek.class).orElseThrow().number();
    bench.from(by, new Place(STREAM, number, GROUP, TOKEN, new Stand(5, 0)));
  }

  private static TreeMessage.Pulse pulse(Stand stand, Signature proof) {
    return new TreeMessage.Pulse(
        STREAM, stand, proof, Option.NOWHERE, Long.MAX_VALUE, Long.MAX_VALUE);
  }

  private static TreeMessage.Climb climb(Transcript transcript) {
    return new TreeMessage.Climb(STREAM, 7, List.of(), 1_000_000, transcript);
  }

  private static long soon(Bench bench) {
    return bench.wallMillis() + 30_000;
  }
}
