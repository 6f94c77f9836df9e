package org.lagroups.multicast.relay.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Environment;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.lagroups.multicast.relay.Wiring;
import org.lagroups.multicast.relay.held.SequenceSet;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.wire.CastCodec;
import org.lagroups.multicast.wire.Decoded;
import org.lagroups.multicast.wire.Held;
import org.lagroups.multicast.wire.RelayMessage.Report;
import org.lagroups.multicast.wire.RelayMessage.Want;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;

class FetcherTest {

  private static final ProtocolId PROTOCOL = new ProtocolId(17);
  private static final StreamId STREAM = new StreamId(Bytes.wrapOwned(new byte[StreamId.LENGTH]));
  private static final long HELD = 1_000;

  private final Simulation sim = new Simulation(1);
  private final SimNode<Listener> parent = node("parent");
  private final SimNode<Listener> self = node("self");

  @Test
  void asksOneNeighbourForNoMoreThanItMayBeAskedForAtATime() {
    sim.connectAll(List.of(parent, self));
    sim.runFor(Duration.ofSeconds(1));
    Wiring wiring = new Wiring(self.app().environment, STREAM);
    Siblings siblings = new Siblings(self.id(), parent.id(), wiring.now());
    siblings.parent().reported(holdingAll());
    SequenceSet had = new SequenceSet(0);
    Fetcher fetcher = new Fetcher(wiring, siblings, had);

    fetcher.work(wiring.now(), HELD);
    sim.runFor(Duration.ofSeconds(1));
    fetcher.work(wiring.now(), HELD);
    sim.runFor(Duration.ofMillis(500));
    assertThat(parent.app().wanted).hasSize(Fetcher.MAX_OF_ONE);

    long first = parent.app().wanted.iterator().next();
    had.add(first);
    fetcher.settle(first);
    fetcher.work(wiring.now(), HELD);
    sim.runFor(Duration.ofMillis(500));
    assertThat(parent.app().wanted).as("one has come").hasSize(Fetcher.MAX_OF_ONE + 1);
  }

  private static Report holdingAll() {
    Held all = new Held(HELD, HELD, Bytes.EMPTY);
    return new Report(STREAM, 0, all, 0, 0, 0, 0, 0, 0, List.of());
  }

  private SimNode<Listener> node(String name) {
    return sim.addNode(name, host -> host.install(PROTOCOL, Listener::new));
  }

  /** Notes which chunks others want. */
  private static final class Listener implements Machine<Listener.Timer> {

    private enum Timer {}

    private final Environment<Timer> environment;
    private final Set<Long> wanted = new HashSet<>();

    private Listener(Environment<Timer> environment) {
      this.environment = environment;
    }

    @Override
    public void start() {}

    @Override
    public void onMessage(NodeId from, Bytes message) {
      if (CastCodec.decode(message) instanceof Decoded.Accepted(Want want)) {
        wanted.add(want.first());
        for (int i = 0; i < Long.SIZE; i++) {
          if ((want.others() & 1L << i) != 0) {
            wanted.add(want.first() + 1 + i);
          }
        }
      }
    }

    @Override
    public void onTimer(Timer timer) {}

    @Override
    public void onLinkUp(NodeId peer) {}

    @Override
    public void onLinkDown(NodeId peer) {}
  }
}
