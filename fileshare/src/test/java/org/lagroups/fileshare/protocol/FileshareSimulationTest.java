package org.lagroups.fileshare.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lagroups.core.route.Router;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.merkle.TreeShape;
import org.lagroups.fileshare.merkle.Vectors;
import org.lagroups.fileshare.part.Target;
import org.lagroups.fileshare.query.QueryParser;
import org.lagroups.fileshare.record.FileName;
import org.lagroups.fileshare.record.SignedRecord;
import org.lagroups.fileshare.search.Hit;
import org.lagroups.fileshare.search.Search;
import org.lagroups.fileshare.search.Wanted;
import org.lagroups.fileshare.testing.SharingWorld;
import org.lagroups.fileshare.transfer.DownloadStatus;
import org.lagroups.fileshare.transfer.Phase;
import org.lagroups.fileshare.verify.Conclusion;
import org.lagroups.fileshare.verify.Verification;
import org.lagroups.machine.Bytes;
import org.lagroups.simnet.net.Adversaries;
import org.lagroups.simnet.net.Conditions;
import org.lagroups.simnet.net.Envelope;
import org.lagroups.simnet.net.Interceptor;
import org.lagroups.simnet.seed.Seeds;

/** Eight members, not all linked with each other: three disjoint ways from Ann to Hal. */
class FileshareSimulationTest {

  private static final String LINKS =
      "ann-bob ann-cy ann-dan bob-eve cy-fay dan-gus eve-hal fay-hal gus-hal bob-cy";
  private static final byte[] CONTENT = Vectors.content(60 * TreeShape.LEAF_BYTES + 77);
  private static final MerkleRoot ROOT = Vectors.tree(CONTENT).root();

  @Test
  void findsVerifiesAndFetchesAFileAcrossTheGroup() {
    Seeds.forEach(
        3,
        100,
        seed -> {
          SharingWorld world = new SharingWorld(seed, LINKS);
          SignedRecord record = world.files("hal").share("the paper.pdf", CONTENT);
          Search search = search(world, "paper");
          assertThat(search.hits()).extracting(Hit::record).containsExactly(record);
          assertThat(search.hits().getFirst().paths()).isEqualTo(3);
          assertThat(search.progress().answered()).isEqualTo(7);

          assertThat(verify(world, record, 3).conclusion()).isEqualTo(Conclusion.CONFIRMED);
          fetch(world, record);
          awaitDone(world, Duration.ofSeconds(30));
        });
  }

  @Test
  void aLyingRelayIsExposedByItsRoute() {
    SharingWorld world = new SharingWorld(Seeds.one(), LINKS);
    SignedRecord record = world.files("hal").share("the paper.pdf", CONTENT);
    world.sim.network().intercept(world.node("fay"), altering(record.encoded()));
    Verification result = verify(world, record, 3);
    assertThat(result.conclusion()).isEqualTo(Conclusion.TOO_FEW);
    assertThat(result.confirmations()).isEqualTo(2);
    assertThat(result.lyingRoutes()).hasSize(1);
    assertThat(result.lyingRoutes().getFirst().relays())
        .containsExactly(world.node("cy").id(), world.node("fay").id());
  }

  @Test
  void aDroppingRelayIsARouteWithoutAnswer() {
    SharingWorld world = new SharingWorld(Seeds.one(), LINKS);
    SignedRecord record = world.files("hal").share("the paper.pdf", CONTENT);
    world
        .sim
        .network()
        .intercept(
            world.node("gus"),
            Adversaries.only(
                Router.PROTOCOL, Adversaries.dropper(1.0, world.sim.random("dropper"))));
    Verification result = verify(world, record, 3);
    assertThat(result.confirmations()).isEqualTo(2);
    assertThat(result.lyingRoutes()).isEmpty();
    assertThat(result.conclusion()).isEqualTo(Conclusion.TOO_FEW);
  }

  @Test
  void aHolderOfBadBlocksIsExposedAndTheFileComesFromOthers() {
    SharingWorld world = new SharingWorld(Seeds.one(), LINKS);
    SignedRecord record = world.files("hal").share("the paper.pdf", CONTENT);
    world.files("bob").hold(CONTENT);
    world.files("bob").servesBadLeaves = true;
    world.files("gus").hold(CONTENT);
    fetch(world, record);
    DownloadStatus done = awaitDone(world, Duration.ofSeconds(60));
    assertThat(done.exposed()).containsExactly(world.node("bob").id());
  }

  @Test
  void aDownloadSurvivesLossCutsAndCrashesAndGoesOnWhereItWas() {
    Seeds.forEach(
        3,
        100,
        seed -> {
          SharingWorld world = new SharingWorld(seed, LINKS);
          SignedRecord record = world.files("hal").share("the paper.pdf", CONTENT);
          world.files("cy").hold(CONTENT);
          world.sim.network().conditions(Conditions.INTERNET.withLoss(0.05));
          fetch(world, record);
          world.sim.runFor(Duration.ofMillis(400));
          world.node("ann").kill();
          world.node("cy").kill();
          world.sim.runFor(Duration.ofSeconds(5));
          int before = world.disk("ann").leaves(ROOT);
          world.node("ann").restart();
          world.sim.network().cutBoth(world.node("bob"), world.node("eve"));
          world.sim.runFor(Duration.ofSeconds(5));

          world.sim.network().heal();
          world.sim.network().conditions(Conditions.PERFECT);
          world.node("cy").restart();
          relink(world);
          awaitDone(world, Duration.ofMinutes(3));
          assertThat(world.disk("ann").leavesWritten).isLessThanOrEqualTo(61 + 6 + before);
        });
  }

  /** A relay passes on 8 MiB/s for one neighbour, after a burst of 16 MiB. */
  @Test
  void fetchesOverARelayAboutAsFastAsItPassesOn() {
    SharingWorld world = new SharingWorld(Seeds.one(), "ann-bob bob-hal");
    SignedRecord record = world.files("hal").share("long film", Vectors.content(32 << 20));
    fetch(world, record);
    awaitDone(world, Duration.ofSeconds(4));
  }

  @Test
  void oneSeedGivesOneTrace() {
    assertThat(trace()).isEqualTo(trace());
  }

  private static String trace() {
    SharingWorld world = new SharingWorld(7, LINKS);
    SignedRecord record = world.files("hal").share("the paper.pdf", CONTENT);
    search(world, "paper");
    fetch(world, record);
    awaitDone(world, Duration.ofSeconds(30));
    return world.sim.trace().digest().toString();
  }

  /** Links that a crashed node had asked for are wanted again by the test. */
  private static void relink(SharingWorld world) {
    for (String link : LINKS.split(" ", -1)) {
      String[] ends = link.split("-", -1);
      world.node(ends[0]).keepLink(world.node(ends[1]));
    }
  }

  private static Search search(SharingWorld world, String words) {
    Search search =
        world
            .machine("ann")
            .searches()
            .begin(new Wanted.Words(QueryParser.parse(words)), Set.of(world.group));
    world.sim.runUntil("all have answered", Duration.ofSeconds(10), search::isDone);
    return search;
  }

  private static Verification verify(SharingWorld world, SignedRecord record, int paths) {
    List<Verification> results = new ArrayList<>();
    world.machine("ann").verifier().verify(record, paths, results::add);
    world.sim.runUntil("it is verified", Duration.ofSeconds(20), () -> !results.isEmpty());
    return results.getFirst();
  }

  private static void fetch(SharingWorld world, SignedRecord record) {
    Target target =
        new Target(
            record.record().root(), record.record().shape(), "/home/ann", new FileName("a.pdf"));
    world.machine("ann").downloads().begin(world.group, record.record().publisher(), target);
  }

  private static DownloadStatus awaitDone(SharingWorld world, Duration limit) {
    world.sim.runUntil(
        "the file is there",
        limit,
        () -> world.machine("ann").downloads().all().getFirst().phase() == Phase.DONE);
    return world.machine("ann").downloads().all().getFirst();
  }

  /** Changes a byte of a record wherever it passes. */
  private static Interceptor altering(Bytes record) {
    return Adversaries.only(
        Router.PROTOCOL,
        (envelope, wire) -> wire.send(envelope.withMessage(altered(envelope, record))));
  }

  private static Bytes altered(Envelope envelope, Bytes record) {
    byte[] message = envelope.message().toArray();
    byte[] wanted = record.toArray();
    for (int at = 0; at + wanted.length <= message.length; at++) {
      if (java.util.Arrays.equals(message, at, at + wanted.length, wanted, 0, wanted.length)) {
        message[at + wanted.length - 1] ^= 1;
      }
    }
    return Bytes.wrapOwned(message);
  }
}
