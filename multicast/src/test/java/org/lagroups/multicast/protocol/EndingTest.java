package org.lagroups.multicast.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.protocol.entry.Audience;
import org.lagroups.multicast.protocol.entry.EntryFailure;
import org.lagroups.multicast.protocol.entry.Farewells;
import org.lagroups.multicast.stream.Streams;
import org.lagroups.multicast.tree.Tree;
import org.lagroups.multicast.wire.CastCodec;
import org.lagroups.multicast.wire.CastMessage;
import org.lagroups.multicast.wire.StreamMessage;
import org.lagroups.multicast.wire.StreamMessage.Denial;
import org.lagroups.simnet.seed.Seeds;

/** How receivers get to know that there is nothing more to wait for. */
class EndingTest {

  private static final Audience ALL = new Audience.Everybody();
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int RECEIVERS = 12;
  private static final int CHILDREN = 3;
  private static final Bytes CONTENT = CastWorld.content(24_000_001);

  @Test
  void allHearOnEveryLevelThatTheSourceHasEndedTheStream() {
    CastWorld world = new CastWorld(Seeds.one(), RECEIVERS);
    SentStream sent = world.sendFile(CONTENT, ALL, CHILDREN);
    List<Viewer> viewers = underWay(world, sent, RECEIVERS);
    assertThat(viewers).anyMatch(viewer -> depth(viewer) > 1);
    assertThat(viewers).noneMatch(viewer -> viewer.stream().isEnded());
    world.source().app().machine().close(sent.header().id());
    world
        .sim()
        .runUntil(
            "all know",
            Duration.ofSeconds(1),
            () -> viewers.stream().allMatch(viewer -> viewer.stream().isEnded()));
    assertThat(viewers).noneMatch(Viewer::isCompleted);
  }

  @Test
  void aSourceThatLostTheStreamSaysSoWhenItIsAskedForAPlace() {
    CastWorld world = new CastWorld(Seeds.one(), 3);
    SentStream sent = world.sendFile(CONTENT, ALL, 8);
    List<Viewer> viewers = underWay(world, sent, 3);
    world.source().restart();
    world
        .sim()
        .runUntil(
            "all know",
            Duration.ofSeconds(20),
            () -> viewers.stream().allMatch(viewer -> viewer.stream().isEnded()));
  }

  @Test
  void whoWasLetInByASourceThatThenDiesIsTold() {
    CastWorld world = new CastWorld(Seeds.one(), 1);
    SentStream sent = world.sendFile(CONTENT, ALL, 8);
    Viewer viewer = world.view(0, world.link(sent));
    world.sim().runUntil("it is let in", LIMIT, () -> viewer.stream().tree().isPresent());
    world.source().kill();
    world.sim().runUntil("it is told", LIMIT, () -> viewer.failure() != null);
    assertThat(viewer.failure()).isEqualTo(EntryFailure.VANISHED);
    assertThat(viewer.stream().sourceSilentMillis()).isZero();
  }

  @Test
  void nobodyElseEndsAStream() {
    CastWorld world = new CastWorld(Seeds.one(), 3);
    SentStream sent = world.sendFile(CastWorld.content(4_000_001), ALL, 8);
    List<Viewer> viewers = underWay(world, sent, 2);
    NodeId source = world.source().id();
    NodeId stranger = world.other(2).id();
    Farewells genuine = Farewells.of(sent.header(), SignatureVerifier.DIRECT);
    Farewells ofAnother = Farewells.of(Streams.live(188), SignatureVerifier.DIRECT);
    StreamMessage.Farewell forged = genuine.sign(Identity.generate(new Random(5)));
    StreamMessage.Farewell moved =
        new StreamMessage.Farewell(
            sent.header().id(), ofAnother.sign(Streams.PUBLISHER).signature());
    Denial denial = new Denial(sent.header().id(), Denial.Why.UNKNOWN_STREAM);
    hear(world, stranger, forged, moved, denial);
    hear(world, source, forged, moved, new Denial(sent.header().id(), Denial.Why.NOT_INVITED));
    assertThat(viewers).noneMatch(viewer -> viewer.stream().isEnded());
    world
        .sim()
        .runUntil("all have it", LIMIT, () -> viewers.stream().allMatch(Viewer::isCompleted));
  }

  private static void hear(CastWorld world, NodeId from, CastMessage... messages) {
    for (CastMessage message : messages) {
      for (int i = 0; i < 2; i++) {
        world.other(i).app().machine().onMessage(from, CastCodec.encode(message));
      }
    }
  }

  private static List<Viewer> underWay(CastWorld world, SentStream sent, int count) {
    List<Viewer> viewers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      viewers.add(world.view(i, world.link(sent)));
    }
    world
        .sim()
        .runUntil(
            "it is under way",
            LIMIT,
            () -> viewers.stream().allMatch(viewer -> viewer.store().count() > 20));
    return viewers;
  }

  private static int depth(Viewer viewer) {
    return viewer.stream().tree().map(Tree::stand).orElseThrow().depth();
  }
}
