package org.lagroups.node.transport.dual;

import io.netty.channel.EventLoop;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.lagroups.core.crypto.Identity;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.lagroups.node.transport.EventLoops;
import org.lagroups.node.transport.PortInUseException;
import org.lagroups.node.transport.SessionInfo;
import org.lagroups.node.transport.Transport;
import org.lagroups.node.transport.TransportCounters;
import org.lagroups.node.transport.TransportListener;
import org.lagroups.node.transport.TransportSettings;
import org.lagroups.node.transport.auth.CertificateVerifier;
import org.lagroups.node.transport.auth.Refusals;
import org.lagroups.node.transport.link.LinkSetup;
import org.lagroups.node.transport.link.Tally;
import org.lagroups.node.transport.session.Sessions;
import org.lagroups.node.transport.session.dial.NameLookup;

/** Sessions over QUIC and TLS on one port number. */
public final class DualTransport implements Transport {

  private final EventLoop loop;
  private final Tally tally = new Tally();
  private final int port;
  private final OpenCarriers carriers;
  private final Sessions sessions;

  private DualTransport(
      EventLoop loop,
      TransportSettings settings,
      Identity identity,
      Predicate<NodeId> denied,
      TransportListener listener,
      Parts parts)
      throws IOException {
    this.loop = loop;
    SecureRandom random = new SecureRandom();
    BoundPort bound = BoundPort.bind(loop, settings.bind(), settings.carriers());
    port = bound.port();
    carriers = OpenCarriers.over(bound, loop, settings.timing(), parts, random);
    sessions =
        new Sessions(
            loop,
            identity.nodeId(),
            settings,
            denied,
            listener,
            tally,
            parts.clock(),
            random,
            carriers.forSessions(loop, settings.timing()),
            new NameLookup(loop, Thread::startVirtualThread));
    LinkSetup setup =
        new LinkSetup(
            identity.nodeId(),
            denied,
            settings,
            new CertificateVerifier(parts.clock()),
            new Refusals(tally::peerRefused, System::nanoTime),
            sessions,
            tally);
    carriers.start(identity, setup);
  }

  /**
   * Binds the port and begins to accept. May be called from any thread; it waits for the event
   * loop.
   *
   * @param loop where everything happens from now on; from {@link EventLoops} for full speed
   * @param identity who this node is
   * @param denied nodes with which no session is wanted, whoever dials; asked on the event loop
   * @param listener called on the event loop, and never after {@link #close}
   * @throws PortInUseException if the port is taken
   * @throws IOException if the address cannot be bound for another reason
   */
  public static DualTransport open(
      EventLoop loop,
      TransportSettings settings,
      Identity identity,
      Predicate<NodeId> denied,
      TransportListener listener)
      throws IOException {
    return open(loop, settings, identity, denied, listener, Parts.standard(identity));
  }

  /** With other parts than usual. */
  static DualTransport open(
      EventLoop loop,
      TransportSettings settings,
      Identity identity,
      Predicate<NodeId> denied,
      TransportListener listener,
      Parts parts)
      throws IOException {
    Callable<DualTransport> opening =
        () -> new DualTransport(loop, settings, identity, denied, listener, parts);
    try {
      return loop.inEventLoop()
          ? opening.call()
          : loop.submit(opening).syncUninterruptibly().getNow();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void keep(NodeId peer, List<NodeAddress> addresses) {
    sessions.keep(peer, addresses);
  }

  @Override
  public void release(NodeId peer) {
    sessions.release(peer);
  }

  @Override
  public boolean isUp(NodeId peer) {
    return sessions.isUp(peer);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the message is longer than its delivery allows
   */
  @Override
  public boolean send(NodeId to, ProtocolId protocol, Delivery delivery, Bytes message) {
    int most =
        delivery == Delivery.DATAGRAM
            ? Environment.MAX_DATAGRAM_BYTES
            : Environment.MAX_MESSAGE_BYTES;
    if (message.length() > most) {
      throw new IllegalArgumentException(
          "a message of " + message.length() + " bytes is too long for " + delivery);
    }
    return sessions.send(to, protocol, delivery, message);
  }

  @Override
  public List<SessionInfo> sessions() {
    return sessions.list();
  }

  @Override
  public TransportCounters counters() {
    return tally.counters();
  }

  /** {@inheritDoc} It may be called from any thread. */
  @Override
  public void close() {
    if (loop.inEventLoop()) {
      closeNow();
    } else {
      loop.submit(this::closeNow).syncUninterruptibly();
    }
  }

  private void closeNow() {
    sessions.close();
    carriers.close();
  }
}
