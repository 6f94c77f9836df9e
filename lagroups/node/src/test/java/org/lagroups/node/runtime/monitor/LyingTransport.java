package org.lagroups.node.runtime.monitor;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.lagroups.core.monitor.ask.Question;
import org.lagroups.core.monitor.ask.QuestionMachine;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.lagroups.node.transport.SessionInfo;
import org.lagroups.node.transport.Transport;
import org.lagroups.node.transport.TransportCounters;

/**
 * Sends what it is given, but another answer than the node has found whenever it lies: as if the
 * node saw another world.
 *
 * @param question the only one that is asked
 */
record LyingTransport(Transport transport, Question question, BooleanSupplier lies)
    implements Transport {

  /** A question put has a few bytes about its text, and one answered a hash behind that. */
  private static final int MAX_FRAME_BYTES = 8;

  @Override
  public boolean send(NodeId to, ProtocolId protocol, Delivery delivery, Bytes message) {
    boolean isAnswer =
        protocol.equals(QuestionMachine.PROTOCOL)
            && message.length() > question.bytes().length() + MAX_FRAME_BYTES;
    return transport.send(
        to, protocol, delivery, isAnswer && lies.getAsBoolean() ? altered(message) : message);
  }

  private static Bytes altered(Bytes answer) {
    byte[] other = answer.toArray();
    other[other.length - 1] ^= 1;
    return Bytes.wrapOwned(other);
  }

  @Override
  public int port() {
    return transport.port();
  }

  @Override
  public void keep(NodeId peer, List<NodeAddress> addresses) {
    transport.keep(peer, addresses);
  }

  @Override
  public void release(NodeId peer) {
    transport.release(peer);
  }

  @Override
  public boolean isUp(NodeId peer) {
    return transport.isUp(peer);
  }

  @Override
  public List<SessionInfo> sessions() {
    return transport.sessions();
  }

  @Override
  public TransportCounters counters() {
    return transport.counters();
  }

  @Override
  public void close() {
    transport.close();
  }
}
