package org.lagroups.scenarios.bench.session;

import io.netty.channel.EventLoop;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.lagroups.core.crypto.Identity;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.lagroups.node.transport.CarrierKind;
import org.lagroups.node.transport.Transport;
import org.lagroups.node.transport.TransportListener;
import org.lagroups.node.transport.TransportSettings;
import org.lagroups.node.transport.dual.DualTransport;

/**
 * Bulk messages through our sessions, from one node to some others. A session has one stream for
 * bulk, so several streams are several sessions.
 */
public final class SessionTraffic implements Traffic {

  private static final ProtocolId PROTOCOL = new ProtocolId(200);
  private static final Bytes PIECE = Bytes.copyOf(new byte[PIECE_BYTES]);

  /** How often the queues are filled up. */
  private static final long REFILL_MICROS = 500;

  private final Loops loops = new Loops();
  private final AtomicLong received = new AtomicLong();
  private final List<Transport> transports = new ArrayList<>();

  /**
   * Begins.
   *
   * @param carriers what the sessions may use
   * @param sessions how many at a time
   */
  public SessionTraffic(Set<CarrierKind> carriers, int sessions) throws IOException {
    Transport sender = open(loops.sender(), 0, carriers, new Sender());
    for (int i = 1; i <= sessions; i++) {
      Transport receiver = open(loops.receiver(), i, carriers, new Receiver());
      NodeId id = identity(i).nodeId();
      NodeAddress address = new NodeAddress("127.0.0.1", receiver.port());
      loops.sender().execute(() -> sender.keep(id, List.of(address)));
    }
  }

  @Override
  public long receivedBytes() {
    return received.get();
  }

  @Override
  public void close() {
    transports.forEach(Transport::close);
    loops.close();
  }

  private Transport open(
      EventLoop loop, int number, Set<CarrierKind> carriers, TransportListener listener)
      throws IOException {
    Transport opened =
        DualTransport.open(
            loop,
            TransportSettings.at(Loops.anyPort()).withCarriers(carriers),
            identity(number),
            peer -> false,
            listener);
    transports.add(opened);
    return opened;
  }

  private static Identity identity(int number) {
    return Identity.generate(new Random(number));
  }

  private static class Receiving implements TransportListener {

    @Override
    public void onSessionUp(NodeId peer, NodeAddress address, boolean dialled) {}

    @Override
    public void onMessage(NodeId from, ProtocolId protocol, Bytes message) {}

    @Override
    public void onSessionInDoubt(NodeId peer) {}

    @Override
    public void onSessionDown(NodeId peer, String reason) {}
  }

  private final class Receiver extends Receiving {

    @Override
    public void onMessage(NodeId from, ProtocolId protocol, Bytes message) {
      received.addAndGet(message.length());
    }
  }

  private final class Sender extends Receiving {

    @Override
    public void onSessionUp(NodeId peer, NodeAddress address, boolean dialled) {
      fill(peer);
    }

    private void fill(NodeId peer) {
      Transport own = transports.getFirst();
      while (own.send(peer, PROTOCOL, Delivery.BULK, PIECE)) {
        // Until the queue is full.
      }
      if (own.isUp(peer)) {
        var _ = loops.sender().schedule(() -> fill(peer), REFILL_MICROS, TimeUnit.MICROSECONDS);
      }
    }
  }
}
