package org.lagroups.core.group.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.testing.GroupWorld;
import org.lagroups.core.testing.VouchingNode;
import org.lagroups.core.wire.Decoded;
import org.lagroups.core.wire.GroupMessage;
import org.lagroups.core.wire.GroupMessageCodec;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.net.Envelope;
import org.lagroups.simnet.net.Network;
import org.lagroups.simnet.seed.Seeds;

/** How advertisements reach those who cannot hear the attester, and what becomes of lost ones. */
class SpreadingTest {

  private final GroupWorld world = new GroupWorld(Seeds.one(), GroupSettings.DEFAULT);
  private final Network network = world.simulation().network();

  @Test
  void newsTravelAlongAChainOfLinksAtOnce() {
    GroupId group = formChain(6);
    world.groups(0).stopAttest(group, world.id(1), Reason.of(ReasonCode.TOO_SLOW));
    // 20 ms to gather changes, then 25 ms on each link and 5 ms in each relay, in whole numbers.
    world.simulation().runFor(Duration.ofMillis(20 + 5 * 25 + 4 * 5 + 10));
    for (int i = 1; i < 6; i++) {
      assertThat(world.groups(i).attestsOut(group, world.id(0))).as("at node %d", i).isEmpty();
    }
  }

  @Test
  void newInfoAloneWaitsForTheNextRefresh() {
    GroupId group = world.form(3);
    world.simulation().runFor(Duration.ofSeconds(1));
    long before = world.groups(0).statistics().messagesOut();
    for (int micros = 1; micros <= 50; micros++) {
      world.groups(0).startAttest(group, world.id(1), LinkInfo.ofRoundTrip(micros));
      world.simulation().runFor(Duration.ofMillis(100));
    }
    assertThat(world.groups(0).statistics().messagesOut() - before).isLessThan(5);
    world.simulation().runFor(Duration.ofMillis(GroupSettings.DEFAULT.refreshMillis()));
    assertThat(world.groups(2).attestsOut(group, world.id(0)))
        .filteredOn(attested -> attested.node().equals(world.id(1)))
        .singleElement()
        .satisfies(attested -> assertThat(attested.info()).isEqualTo(LinkInfo.ofRoundTrip(50)));
  }

  @Test
  void aMemberBehindManyIsServedByTwoOfThem() {
    // Node 7 has links to all but node 0, and each of them could serve it.
    world.add(8);
    network.cutBoth(world.node(0), world.node(7));
    GroupId group = world.node(1).app().create(world.settings());
    for (int i = 0; i < 8; i++) {
      if (i != 1) {
        world.join(group, i, 1);
      }
    }
    world.awaitFullView(group, Duration.ofSeconds(30));
    world.simulation().runFor(Duration.ofSeconds(30));
    int[] copies = new int[1];
    network.interceptAll((envelope, wire) -> {
      if (envelope.to().equals(world.id(7)) && carries(envelope, world.id(0))) {
        copies[0]++;
      }
      wire.send(envelope);
    });
    world.simulation().runFor(Duration.ofSeconds(200));
    // Ten to eleven refreshes in that time.
    assertThat(copies[0]).isBetween(2 * 10, 2 * 11 + 2);
  }

  @Test
  void membersWhoAllHearEachOtherRelayNothing() {
    GroupId group = world.form(8);
    world.simulation().runFor(Duration.ofSeconds(10));
    assertThat(world.isClique(group)).isTrue();
    long before = relayed();
    world.simulation().runFor(Duration.ofMinutes(5));
    assertThat(relayed()).isEqualTo(before);
  }

  @Test
  void digestsBringWhatWasLost() {
    GroupId group = world.form(6);
    world.simulation().runFor(Duration.ofSeconds(10));
    network.intercept(
        world.node(0),
        (envelope, wire) -> {
          if (!envelope.to().equals(world.id(5)) || !carries(envelope, world.id(0))) {
            wire.send(envelope);
          }
        });
    LinkInfo news = LinkInfo.ofRoundTrip(4_711);
    world.groups(0).startAttest(group, world.id(1), news);
    world
        .simulation()
        .runUntil(
            "node 4 has heard by the next refresh",
            Duration.ofMillis(GroupSettings.DEFAULT.refreshMillis() + 200),
            () -> infoAt(group, 4).equals(news));
    world
        .simulation()
        .runUntil(
            "node 5 has heard from others",
            Duration.ofSeconds(40),
            () -> infoAt(group, 5).equals(news));
    world.simulation().runFor(Duration.ofMinutes(20));
    assertThat(world.hasFullView(group)).isTrue();
    assertThat(world.groups(5).attestsOut(group, world.id(0))).hasSize(5);
  }

  @Test
  void aNewcomerGetsTheWholeGraphAtOnceAndOnlyOnce() {
    int members = Seeds.isFull() ? 63 : 31;
    GroupId group = world.form(members);
    world.simulation().runFor(Duration.ofMinutes(1));
    assertThat(world.isClique(group)).isTrue();
    world.add(1);
    Duration begin = world.simulation().now();
    world.join(group, members, 10);
    world.awaitFullView(group, Duration.ofSeconds(3));
    assertThat(world.simulation().now().minus(begin)).isLessThan(Duration.ofSeconds(2));
    assertThat(world.groups(members).statistics().duplicates()).isLessThan(2L * members);
  }

  /** Node 0 has a link to node 1 only, that to node 2, and so on. */
  private GroupId formChain(int length) {
    world.add(length);
    for (int i = 0; i < length; i++) {
      for (int j = i + 2; j < length; j++) {
        network.cutBoth(world.node(i), world.node(j));
      }
    }
    GroupId group = world.node(0).app().create(world.settings());
    for (int i = 1; i < length; i++) {
      world.join(group, i, i - 1);
      List<SimNode<VouchingNode>> so = IntStream.rangeClosed(0, i).mapToObj(world::node).toList();
      world.awaitFullView(group, Duration.ofSeconds(30), so);
    }
    world.simulation().runFor(Duration.ofSeconds(5));
    return group;
  }

  private LinkInfo infoAt(GroupId group, int node) {
    return world.groups(node).attestsOut(group, world.id(0)).stream()
        .filter(attested -> attested.node().equals(world.id(1)))
        .map(attested -> attested.info())
        .findFirst()
        .orElse(LinkInfo.NONE);
  }

  private long relayed() {
    return world.nodes().stream()
        .mapToLong(node -> node.app().groups().statistics().relayed())
        .sum();
  }

  private static boolean carries(Envelope envelope, NodeId attester) {
    return envelope.protocol().equals(GroupMachine.PROTOCOL)
        && GroupMessageCodec.decode(envelope.message())
            instanceof Decoded.Accepted<GroupMessage>(GroupMessage.Advertisements all)
        && Stream.concat(
                all.advertisements().stream().map(one -> one.content().attesterId()),
                all.renewals().stream().map(one -> one.attester().orElse(envelope.from())))
            .anyMatch(attester::equals);
  }
}
