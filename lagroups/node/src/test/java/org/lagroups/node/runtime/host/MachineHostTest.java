package org.lagroups.node.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.lagroups.node.state.database.Database;
import org.lagroups.node.state.database.DatabaseFile;
import org.lagroups.node.state.tables.CoreTables;
import org.lagroups.node.testing.TestNodes;

class MachineHostTest {

  private static final ProtocolId FIRST = new ProtocolId(200);
  private static final ProtocolId SECOND = new ProtocolId(201);
  private static final NodeId SELF = node(1);
  private static final NodeId PEER = node(2);
  private static final NodeAddress ADDRESS = new NodeAddress("peer.example", 7);
  private static final NodeAddress REMEMBERED = new NodeAddress("before.example", 7);

  @TempDir private Path folder;
  private final EventLoop events = new DefaultEventLoop();
  private final NettyLoop loop = new NettyLoop(events);
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final FakeTransport transport = new FakeTransport();
  private Database database;
  private MachineHost host;
  private Links links;

  @BeforeEach
  void make() {
    database =
        DatabaseFile.open(folder.resolve("state.db"), List.of(CoreTables.SCHEMA), Instant.EPOCH)
            .database();
    CoreTables tables = CoreTables.load(database, loop);
    loop.run(() -> tables.addresses().reached(PEER, REMEMBERED, 1));
    host = new MachineHost(SELF, events, tables.addresses(), meters);
    links = new Links(transport, tables.addresses(), node -> !node.equals(node(3)));
  }

  @AfterEach
  void end() {
    loop.run(host::stop);
    loop.stop();
    events.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    database.close();
  }

  @Test
  void keepsOneDeadlinePerTimer() {
    Probe probe = hosted(FIRST);
    loop.run(() -> {
      probe.environment.setTimer(Alarm.A, 60_000);
      probe.environment.setTimer(Alarm.A, 1);
      probe.environment.setTimer(Alarm.B, 0);
      probe.calls.add("set");
    });
    TestNodes.await("both have rung", () -> probe.calls.size() == 3);
    assertThat(probe.calls).startsWith("set").contains("A", "B");
  }

  @Test
  void forgetsACancelledTimer() {
    Probe probe = hosted(FIRST);
    loop.run(() -> {
      probe.environment.setTimer(Alarm.A, 1);
      probe.environment.cancelTimer(Alarm.A);
      probe.environment.setTimer(Alarm.B, 20);
    });
    TestNodes.await("B has rung", () -> probe.calls.contains("B"));
    assertThat(probe.calls).containsExactly("B");
  }

  @Test
  void dialsForAsLongAsOneMachineWantsIt() {
    Probe first = hosted(FIRST);
    Probe second = hosted(SECOND);
    loop.run(() -> {
      first.environment.keepLink(PEER, List.of(ADDRESS));
      second.environment.keepLink(PEER, List.of());
      first.environment.releaseLink(PEER);
      first.environment.releaseLink(PEER);
    });
    assertThat(transport.kept).containsKey(PEER);

    loop.run(() -> second.environment.releaseLink(PEER));
    assertThat(transport.kept).isEmpty();
  }

  @Test
  void dialsAlsoWhereThePeerWasReachedBefore() {
    Probe probe = hosted(FIRST);
    loop.run(() -> probe.environment.keepLink(PEER, List.of(ADDRESS)));

    assertThat(transport.kept.get(PEER)).containsExactly(ADDRESS, REMEMBERED);
  }

  @Test
  void neverDialsWhoIsDenied() {
    Probe probe = hosted(FIRST);
    loop.run(() -> probe.environment.keepLink(node(3), List.of(ADDRESS)));

    assertThat(transport.kept).isEmpty();
  }

  @Test
  void refusesMessagesThatAreTooLong() {
    Probe probe = hosted(FIRST);
    Bytes long1 = Bytes.wrapOwned(new byte[Environment.MAX_DATAGRAM_BYTES + 1]);
    Bytes long2 = Bytes.wrapOwned(new byte[Environment.MAX_MESSAGE_BYTES + 1]);

    assertThatThrownBy(() -> loop.run(() -> probe.environment.send(PEER, Delivery.DATAGRAM, long1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> loop.run(() -> probe.environment.send(PEER, Delivery.BULK, long2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void handsMessagesToTheMachineTheyAreForAndCountsOthers() {
    Probe first = hosted(FIRST);
    Probe second = hosted(SECOND);
    Bytes message = Bytes.fromHex("0102");
    loop.run(() -> {
      host.onMessage(PEER, FIRST, message);
      host.onMessage(PEER, new ProtocolId(99), message);
    });

    assertThat(first.calls).containsExactly("0102");
    assertThat(second.calls).isEmpty();
    assertThat(meters.counter("lagroups_messages_of_unknown_protocol").count()).isEqualTo(1);
  }

  @Test
  void tellsALaterMachineOfLinksThatAreUp() {
    loop.run(() -> transport.keep(PEER, List.of()));

    assertThat(hosted(FIRST).calls).containsExactly("up");
  }

  @Test
  void tellsAllMachinesOfADoubtAndOfTheEnd() {
    List<Probe> probes = List.of(hosted(FIRST), hosted(SECOND));
    loop.run(() -> {
      host.onSessionInDoubt(PEER);
      host.onSessionDown(PEER, "over");
    });

    assertThat(probes)
        .allSatisfy(probe -> assertThat(probe.calls).containsExactly("in doubt", "down"));
  }

  @Test
  void goesOnWhenAMachineFails() {
    Probe probe = hosted(FIRST);
    loop.run(() -> host.onMessage(PEER, FIRST, Bytes.EMPTY));
    loop.run(() -> host.onMessage(PEER, FIRST, Bytes.fromHex("01")));

    assertThat(probe.calls).containsExactly("01");
    assertThat(meters.counter("lagroups_machine_failures", "protocol", "200").count()).isEqualTo(1);
  }

  @Test
  void callsNoMachineOnceStopped() {
    Probe probe = hosted(FIRST);
    loop.run(() -> {
      probe.environment.setTimer(Alarm.A, 1);
      host.stop();
      host.onMessage(PEER, FIRST, Bytes.fromHex("01"));
      host.onSessionDown(PEER, "over");
    });

    assertThat(probe.calls).isEmpty();
  }

  private Probe hosted(ProtocolId protocol) {
    return loop.call(() -> host.host(protocol, transport, links, Probe::new));
  }

  private static NodeId node(int number) {
    byte[] id = new byte[NodeId.LENGTH];
    id[0] = (byte) number;
    return new NodeId(Bytes.wrapOwned(id));
  }

  private enum Alarm {
    A,
    B
  }

  /** Notes how it is called; fails on an empty message. */
  private static final class Probe implements Machine<Alarm> {

    private final Environment<Alarm> environment;
    private final List<String> calls = new CopyOnWriteArrayList<>();

    Probe(Environment<Alarm> environment) {
      this.environment = environment;
    }

    @Override
    public void start() {}

    @Override
    public void onMessage(NodeId from, Bytes message) {
      if (message.isEmpty()) {
        throw new IllegalStateException("a test's own failure");
      }
      calls.add(message.toHex());
    }

    @Override
    public void onTimer(Alarm timer) {
      calls.add(timer.name());
    }

    @Override
    public void onLinkUp(NodeId peer) {
      calls.add("up");
    }

    @Override
    public void onLinkDown(NodeId peer) {
      calls.add("down");
    }

    @Override
    public void onLinkInDoubt(NodeId peer) {
      calls.add("in doubt");
    }
  }
}
