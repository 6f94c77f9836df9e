package org.lagroups.multicast.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.group.Contact;
import org.lagroups.core.group.LaGroups;
import org.lagroups.core.group.LimitReachedException;
import org.lagroups.core.group.protocol.GroupMachine;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.protocol.entry.Audience;
import org.lagroups.multicast.protocol.entry.EntryFailure;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.stream.StreamHeader;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.stream.StreamLink;
import org.lagroups.multicast.stream.Streams;
import org.lagroups.multicast.stream.chunk.BatchSigner;
import org.lagroups.multicast.stream.chunk.SealedChunk;
import org.lagroups.multicast.wire.CastCodec;
import org.lagroups.multicast.wire.CastMessage;
import org.lagroups.multicast.wire.RelayMessage;
import org.lagroups.multicast.wire.Route;
import org.lagroups.multicast.wire.StreamMessage;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.seed.Seeds;

class CastMachineTest {

  private static final Audience ALL = new Audience.Everybody();
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @Test
  void aFileReachesWhoeverHasTheLink() {
    Seeds.forEach(
        2,
        50,
        seed -> {
          CastWorld world = new CastWorld(seed, 4);
          Bytes content = CastWorld.content(4_000_001);
          SentStream sent = world.sendFile(content, ALL, 8);
          List<Viewer> viewers = viewers(world, sent, 4);
          Duration took =
              world.sim().runUntil("all have it", LIMIT, () -> all(viewers, Viewer::isCompleted));
          for (Viewer viewer : viewers) {
            assertThat(viewer.store().content()).isEqualTo(content);
            assertThat(viewer.header()).isEqualTo(sent.header());
          }
          world.sim().runUntil("the source knows", Duration.ofSeconds(5), sent::isDelivered);
          assertThat(sent.members()).hasSize(4);
          assertThat(took).isLessThan(Duration.ofSeconds(20));
          assertThat(world.source().app().verdicts()).isEmpty();
        });
  }

  @Test
  void whoComesLateGetsTheWholeFile() {
    CastWorld world = new CastWorld(Seeds.one(), 2);
    Bytes content = CastWorld.content(1_000_000);
    SentStream sent = world.sendFile(content, ALL, 8);
    Viewer early = world.view(0, world.link(sent));
    world.sim().runUntil("the first has it", LIMIT, early::isCompleted);
    Viewer late = world.view(1, world.link(sent));
    world.sim().runUntil("the second has it", LIMIT, late::isCompleted);
    assertThat(late.store().content()).isEqualTo(content);
  }

  @Test
  void theOthersGoOnWhenAReceiverDies() {
    CastWorld world = new CastWorld(Seeds.one(), 4);
    Bytes content = CastWorld.content(8_000_000);
    SentStream sent = world.sendFile(content, ALL, 8);
    List<Viewer> viewers = new ArrayList<>(viewers(world, sent, 4));
    world.sim().runUntil("it is under way", LIMIT, () -> viewers.getFirst().store().count() > 100);
    world.other(0).kill();
    viewers.removeFirst();
    world.sim().runUntil("the rest have it", LIMIT, () -> all(viewers, Viewer::isCompleted));
    viewers.forEach(viewer -> assertThat(viewer.store().content()).isEqualTo(content));
  }

  @Test
  void aLiveStreamIsSeenFromWhereOneComesIn() {
    CastWorld world = new CastWorld(Seeds.one(), 2);
    SentStream sent = world.sendLive();
    Viewer first = world.view(0, world.link(sent));
    Bytes payload = CastWorld.content(5_000);
    world.sim().every(Duration.ofMillis(100), () -> offerWhile(sent, payload, 200));
    world.sim().runUntil("the first sees it", LIMIT, () -> first.store().count() > 10);
    Viewer second = world.view(1, world.link(sent));
    world.sim().runUntil("the second sees it", LIMIT, () -> second.store().count() > 10);
    world.sim().runUntil("it ends", LIMIT, () -> first.isCompleted() && second.isCompleted());
    assertThat(first.store().count()).isGreaterThan(second.store().count());
    assertThat(second.below()).isEqualTo(201);
  }

  @Test
  void whoIsNotInvitedGetsNothing() {
    CastWorld world = new CastWorld(Seeds.one(), 3);
    Audience invited = new Audience.Invited(Set.of(world.other(0).id()));
    SentStream sent = world.sendFile(CastWorld.content(1_000), invited, 8);
    Viewer guest = world.view(0, world.link(sent));
    Viewer stranger = world.view(1, world.link(sent));
    world.sim().runUntil("the guest has it", LIMIT, guest::isCompleted);
    assertThat(stranger.failure()).isEqualTo(EntryFailure.NOT_INVITED);
    assertThat(stranger.header()).isNull();
  }

  /**
   * A stream's ID is that of its header, and its link names the source: nobody else can send it.
   */
  @Test
  void aSecondSenderUnderTheSameLinkDisturbsNothing() {
    CastWorld world = new CastWorld(Seeds.one(), 3);
    Bytes content = CastWorld.content(2_000_000);
    SentStream sent = world.sendFile(content, ALL, 8);
    StreamId id = sent.header().id();
    Viewer viewer = world.view(0, world.link(sent));
    Viewer sibling = world.view(1, world.link(sent));
    world.sim().runUntil("it is under way", LIMIT, () -> viewer.store().count() > 20);
    Identity other = Identity.generate(new Random(5));
    StreamHeader genuine = sent.header().header();
    SignedHeader forged =
        SignedHeader.sign(
            new StreamHeader(
                other.publicIdentity(),
                genuine.title(),
                genuine.mode(),
                genuine.chunkBytes(),
                genuine.lengthBytes(),
                genuine.createdMillis(),
                genuine.nonce()),
            other);
    BatchSigner signer =
        new BatchSigner(
            Streams.file(CastWorld.CHUNK_BYTES, content.length()), Streams.PUBLISHER, 200);
    SealedChunk chunk =
        signer.seal(List.of(CastWorld.content(CastWorld.CHUNK_BYTES)), false).getFirst();
    List<CastMessage> messages =
        List.of(
            new StreamMessage.HeaderAnswer(id, forged),
            new StreamMessage.Denial(id, StreamMessage.Denial.Why.UNKNOWN_STREAM),
            new StreamMessage.ChunkMessage(id, Route.NONE, chunk));
    for (NodeId from : List.of(world.other(2).id(), world.other(1).id())) {
      for (CastMessage message : messages) {
        world.other(0).app().machine().onMessage(from, CastCodec.encode(message));
      }
    }
    world.sim().runUntil("all have it", LIMIT, () -> viewer.isCompleted() && sibling.isCompleted());
    assertThat(viewer.store().content()).isEqualTo(content);
    assertThat(viewer.failure()).isNull();
    assertThat(viewer.header()).isEqualTo(sent.header());
  }

  @Test
  void theTokenOfALinkHasToBeRight() {
    CastWorld world = new CastWorld(Seeds.one(), 3);
    Bytes token = Bytes.fromHex("07".repeat(StreamLink.TOKEN_BYTES));
    Bytes other = Bytes.fromHex("07".repeat(StreamLink.TOKEN_BYTES - 1) + "08");
    SentStream sent = world.sendFile(CastWorld.content(1_000), new Audience.WithToken(token), 8);
    StreamLink bare = world.link(sent);
    Viewer guest = world.view(0, withToken(bare, token));
    Viewer guesser = world.view(1, withToken(bare, other));
    Viewer without = world.view(2, bare);
    world.sim().runUntil("the guest has it", LIMIT, guest::isCompleted);
    assertThat(guesser.failure()).isEqualTo(EntryFailure.NOT_INVITED);
    assertThat(without.failure()).isEqualTo(EntryFailure.NOT_INVITED);
  }

  @Test
  void saysWhyAStreamIsNotToBeHad() {
    CastWorld world = new CastWorld(Seeds.one(), 4);
    SentStream sent = world.sendFile(CastWorld.content(1_000), ALL, 2);
    StreamLink link = world.link(sent);
    StreamId none = new StreamId(Bytes.fromHex("01".repeat(StreamId.LENGTH)));
    Viewer lost = world.view(2, new StreamLink(none, link.source(), Optional.empty()));
    Contact nobody = new Contact(world.other(1).id(), List.of());
    Viewer astray = world.view(3, new StreamLink(none, nobody, Optional.empty()));
    world
        .sim()
        .runUntil("both know", LIMIT, () -> all(List.of(lost, astray), CastMachineTest::failed));
    assertThat(lost.failure()).isEqualTo(EntryFailure.UNKNOWN_STREAM);
    assertThat(astray.failure()).isEqualTo(EntryFailure.UNREACHABLE);
  }

  @Test
  void whoOnlyReceivesAStreamGivesNoPlaceInIt() {
    CastWorld world = new CastWorld(Seeds.one(), 2);
    SentStream sent = world.sendFile(CastWorld.content(1_000), ALL, 8);
    StreamLink link = world.link(sent);
    Viewer first = world.view(0, link);
    world.sim().runUntil("the first has it", LIMIT, first::isCompleted);
    SimNode<CastNode> receiver = world.other(0);
    Contact wrong = new Contact(receiver.id(), List.of(receiver.address()));
    Viewer second = world.view(1, new StreamLink(link.stream(), wrong, Optional.empty()));
    world.sim().runUntil("it knows", LIMIT, () -> failed(second));
    assertThat(second.failure()).isEqualTo(EntryFailure.UNKNOWN_STREAM);
  }

  @Test
  void countsWhatIsNoMessageAndWhatItHasNoStreamFor() {
    CastWorld world = new CastWorld(Seeds.one(), 1);
    SentStream sent = world.sendLive();
    CastMachine other = world.other(0).app().machine();
    other.onMessage(world.source().id(), Bytes.fromHex("00"));
    other.onMessage(
        world.source().id(), CastCodec.encode(new RelayMessage.Want(sent.header().id(), 0, 0)));
    assertThat(other.unreadable()).isEqualTo(1);
    assertThat(other.unexpected()).isEqualTo(1);
  }

  @Test
  void whatDeliversCountsAsAskedForAndNothingElse() {
    CastWorld world = new CastWorld(Seeds.one(), 1);
    Bytes content = CastWorld.content(1_000_000);
    SentStream sent = world.sendFile(content, ALL, 8);
    Viewer viewer = world.view(0, world.link(sent));
    world.sim().runUntil("it has the file", LIMIT, viewer::isCompleted);
    long delivered = world.other(0).app().deliveredBytes();
    assertThat(delivered).isBetween(1_000_000L, 1_100_000L);
    SealedChunk again = viewer.store().first();
    world
        .other(0)
        .app()
        .machine()
        .onMessage(
            world.source().id(),
            CastCodec.encode(
                new StreamMessage.ChunkMessage(sent.header().id(), Route.NONE, again)));
    assertThat(world.other(0).app().deliveredBytes()).isEqualTo(delivered);
    assertThat(world.source().app().deliveredBytes()).isZero();
  }

  @Test
  void whoLeavesMakesRoom() {
    CastWorld world = new CastWorld(Seeds.one(), 2);
    SentStream sent = world.sendFile(CastWorld.content(1_000), ALL, 2);
    Viewer first = world.view(0, world.link(sent));
    world.sim().runUntil("the first has it", LIMIT, first::isCompleted);
    world.other(0).app().machine().close(sent.header().id());
    world.sim().runUntil("it is gone", LIMIT, () -> sent.members().isEmpty());
    assertThat(world.other(0).app().groups().groups()).isEmpty();
    Viewer second = world.view(1, world.link(sent));
    world.sim().runUntil("the second has it", LIMIT, second::isCompleted);
  }

  @Test
  void aSourceThatEndsLeavesNoGroup() {
    CastWorld world = new CastWorld(Seeds.one(), 1);
    SentStream sent = world.sendFile(CastWorld.content(1_000), ALL, 2);
    world.source().app().machine().close(sent.header().id());
    assertThat(world.source().app().groups().groups()).isEmpty();
    assertThat(world.source().app().machine().sent()).isEmpty();
  }

  @Test
  void hasBounds() {
    CastWorld world = new CastWorld(Seeds.one(), 1);
    SentStream sent = world.sendLive();
    CastMachine machine = world.source().app().machine();
    world.view(0, world.link(sent));
    assertThatThrownBy(() -> world.view(0, world.link(sent)))
        .isInstanceOf(IllegalArgumentException.class);
    for (int i = 1; i < CastMachine.MAX_STREAMS; i++) {
      world.sendLive();
    }
    assertThatThrownBy(world::sendLive).isInstanceOf(LimitReachedException.class);
    assertThatThrownBy(() -> new Viewer(machine, world.link(sent)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNodeInAsManyGroupsAsItMayBeHasNoStreams() {
    CastWorld world = new CastWorld(Seeds.one(), 1);
    SentStream sent = world.sendLive();
    fillGroups(world.source(), 0);
    fillGroups(world.other(0), 0);
    assertThatThrownBy(world::sendLive).isInstanceOf(LimitReachedException.class);
    assertThatThrownBy(() -> world.view(0, world.link(sent)))
        .isInstanceOf(LimitReachedException.class)
        .hasMessageContaining("64 groups");
  }

  @Test
  void aNodeWithoutRoomForAGroupOfItsOwnReceivesAndGivesNobodyAPlace() {
    CastWorld world = new CastWorld(Seeds.one(), 2);
    Bytes content = CastWorld.content(1_000_000);
    SentStream sent = world.sendFile(content, ALL, 2);
    fillGroups(world.other(0), 1);
    Viewer first = world.view(0, world.link(sent));
    world.sim().runUntil("the first has it", LIMIT, first::isCompleted);
    Viewer second = world.view(1, world.link(sent));
    world.sim().runUntil("the second is told", LIMIT, () -> failed(second));
    assertThat(second.failure()).isEqualTo(EntryFailure.FULL);
    assertThat(world.other(0).app().groups().groups()).hasSize(LaGroups.MAX_GROUPS);
  }

  /** Makes groups until there is room for just so many more. */
  private static void fillGroups(SimNode<CastNode> node, int room) {
    GroupMachine groups = node.app().groups();
    while (groups.groups().size() < LaGroups.MAX_GROUPS - room) {
      groups.create(GroupSettings.DEFAULT);
    }
  }

  private static void offerWhile(SentStream sent, Bytes payload, long most) {
    long next = sent.nextSequence();
    if (next <= most) {
      sent.offer(List.of(payload), next == most);
    }
  }

  private static boolean failed(Viewer viewer) {
    return viewer.failure() != null;
  }

  private static StreamLink withToken(StreamLink link, Bytes token) {
    return new StreamLink(link.stream(), link.source(), Optional.of(token));
  }

  private static List<Viewer> viewers(CastWorld world, SentStream sent, int count) {
    List<Viewer> viewers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      viewers.add(world.view(i, world.link(sent)));
    }
    return viewers;
  }

  private static boolean all(List<Viewer> viewers, Predicate<Viewer> condition) {
    return viewers.stream().allMatch(condition);
  }
}
