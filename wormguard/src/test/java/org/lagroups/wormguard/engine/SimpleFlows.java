package org.lagroups.wormguard.engine;

import java.util.HashMap;
import java.util.Map;
import org.lagroups.wormguard.engine.header.FlowState;
import org.lagroups.wormguard.packet.IpProtocol;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.packet.TcpHeader;

/**
 * Flows of captures, as simply as can be: unbounded, nothing times out, and payloads of TCP are
 * never put together to a stream.
 */
final class SimpleFlows {

  private record End(long high, long low, int port) {}

  private record Key(int protocol, End one, End other) {}

  private static final class Known {
    private final FakeFlow state;
    private final End client;
    private boolean toServer;
    private boolean toClient;
    private boolean syn;
    private boolean synAck;
    private boolean established;

    private Known(long id, End client) {
      this.state = new FakeFlow(id);
      this.client = client;
    }

    private void see(Packet packet, End source) {
      boolean isTowardsServer = source.equals(client);
      state.towardsServer = isTowardsServer;
      state.firstOfDirection = isTowardsServer ? !toServer : !toClient;
      toServer |= isTowardsServer;
      toClient |= !isTowardsServer;
      if (packet.isTcp()) {
        shakeHands(packet.tcp().flags(), isTowardsServer);
        state.established = established;
      } else {
        state.established = toServer && toClient;
      }
    }

    private void shakeHands(int flags, boolean isTowardsServer) {
      boolean hasSyn = (flags & TcpHeader.SYN) != 0;
      boolean hasAck = (flags & TcpHeader.ACK) != 0;
      syn |= isTowardsServer && hasSyn;
      synAck |= syn && !isTowardsServer && hasSyn && hasAck;
      established |= synAck && isTowardsServer && hasAck && !hasSyn;
    }
  }

  private final Map<Key, Known> flows = new HashMap<>();

  /** The flow of a packet, or a new one whose client is who sent it. */
  FlowState of(Packet packet) {
    End source = new End(packet.sourceHigh(), packet.sourceLow(), packet.sourcePort());
    End destination =
        new End(packet.destinationHigh(), packet.destinationLow(), packet.destinationPort());
    Known known = flows.get(new Key(packet.protocol(), destination, source));
    if (known == null) {
      known =
          flows.computeIfAbsent(
              new Key(packet.protocol(), source, destination),
              _ -> new Known(flows.size() + 1L, source));
    }
    known.see(packet, source);
    return known.state;
  }

  /** Whether packets of this kind make flows. */
  static boolean hasFlow(Packet packet) {
    return packet.isTcp()
        || packet.isUdp()
        || packet.isIcmp()
        || packet.protocol() == IpProtocol.SCTP;
  }
}
