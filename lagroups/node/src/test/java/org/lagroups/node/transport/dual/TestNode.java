package org.lagroups.node.transport.dual;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.lagroups.core.crypto.Identity;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.lagroups.node.transport.CarrierKind;
import org.lagroups.node.transport.EventLoops;
import org.lagroups.node.transport.SessionInfo;
import org.lagroups.node.transport.TransportCounters;
import org.lagroups.node.transport.TransportLimits;
import org.lagroups.node.transport.TransportListener;
import org.lagroups.node.transport.TransportSettings;
import org.lagroups.node.transport.TransportTiming;
import org.lagroups.node.transport.auth.SessionCertificate;

/** A transport under test, and everything it told its listener. */
final class TestNode implements TransportListener, AutoCloseable {

  static final EventLoopGroup LOOPS = EventLoops.newGroup(2, "transport-test");
  static final ProtocolId PROTOCOL = new ProtocolId(1);

  private static final long PATIENCE_SECONDS = 20;

  /** A message as it came. */
  record Received(NodeId from, ProtocolId protocol, Bytes message) {}

  final List<Received> received = Collections.synchronizedList(new ArrayList<>());
  final List<NodeId> ups = Collections.synchronizedList(new ArrayList<>());
  final List<NodeId> doubts = Collections.synchronizedList(new ArrayList<>());
  final List<String> downs = Collections.synchronizedList(new ArrayList<>());

  private final EventLoop loop;
  private final Identity identity;
  private final DualTransport transport;
  private TransportListener also = new Ignorant();

  private TestNode(EventLoop loop, Identity identity, Setup setup) {
    this.loop = loop;
    this.identity = identity;
    try {
      transport =
          DualTransport.open(
              loop,
              setup.settings,
              identity,
              setup.denied,
              this,
              new Parts(setup.clock, now -> setup.issuer.issue(identity, now), setup.tls));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a test may change before a node opens. */
  static final class Setup {

    /** Makes the node's session certificate. */
    interface Issuer {
      SessionCertificate issue(Identity identity, Instant now);
    }

    private TransportSettings settings =
        TransportSettings.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    private Predicate<NodeId> denied = peer -> false;
    private InstantSource clock = InstantSource.system();
    private SslProvider tls = SslProvider.OPENSSL;
    private EventLoop loop = LOOPS.next();
    private Issuer issuer = SessionCertificate::issue;

    Setup port(int port) {
      return bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    Setup bind(InetSocketAddress bind) {
      settings =
          new TransportSettings(bind, settings.timing(), settings.limits(), settings.carriers());
      return this;
    }

    Setup timing(TransportTiming timing) {
      settings = settings.withTiming(timing);
      return this;
    }

    Setup limits(TransportLimits limits) {
      settings = settings.withLimits(limits);
      return this;
    }

    Setup denying(Predicate<NodeId> changed) {
      denied = changed;
      return this;
    }

    Setup clock(InstantSource changed) {
      clock = changed;
      return this;
    }

    Setup carriers(Set<CarrierKind> changed) {
      settings = settings.withCarriers(changed);
      return this;
    }

    Setup tls(SslProvider changed) {
      tls = changed;
      return this;
    }

    Setup loop(EventLoop changed) {
      loop = changed;
      return this;
    }

    Setup issuer(Issuer changed) {
      issuer = changed;
      return this;
    }

    TestNode open(int seed) {
      return new TestNode(loop, identity(seed), this);
    }
  }

  static TestNode open(int seed) {
    return new Setup().open(seed);
  }

  static Identity identity(int seed) {
    return Identity.generate(new Random(seed));
  }

  NodeId id() {
    return identity.nodeId();
  }

  int port() {
    return transport.port();
  }

  NodeAddress address() {
    return new NodeAddress("127.0.0.1", port());
  }

  /** Forwards what happens to {@code listener} too, on the event loop. */
  TestNode forwardTo(TransportListener listener) {
    run(() -> also = listener);
    return this;
  }

  void keep(TestNode peer) {
    keep(peer.id(), peer.address());
  }

  void keep(NodeId peer, NodeAddress... addresses) {
    run(() -> transport.keep(peer, List.of(addresses)));
  }

  void release(TestNode peer) {
    run(() -> transport.release(peer.id()));
  }

  boolean send(TestNode to, Delivery delivery, Bytes message) {
    return call(() -> transport.send(to.id(), PROTOCOL, delivery, message));
  }

  boolean isUp(TestNode peer) {
    return call(() -> transport.isUp(peer.id()));
  }

  TransportCounters counters() {
    return call(transport::counters);
  }

  List<SessionInfo> sessions() {
    return call(transport::sessions);
  }

  void awaitUp(TestNode peer) {
    await("a session of " + id() + " with " + peer.id(), () -> transport.isUp(peer.id()));
  }

  void awaitReceived(int count) {
    await("message " + count, () -> received.size() >= count);
  }

  /** Waits until {@code condition} holds, looking from the event loop. */
  void await(String what, BooleanSupplier condition) {
    CompletableFuture<Void> reached = new CompletableFuture<>();
    Future<?> looking =
        loop.scheduleAtFixedRate(
            () -> {
              if (condition.getAsBoolean()) {
                reached.complete(null);
              }
            },
            0,
            2,
            TimeUnit.MILLISECONDS);
    try {
      reached.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("waited in vain for " + what + "; downs: " + downs, e);
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    } finally {
      looking.cancel(false);
    }
  }

  void run(Runnable task) {
    call(() -> {
      task.run();
      return true;
    });
  }

  <V> V call(Callable<V> task) {
    return loop.submit(task).syncUninterruptibly().getNow();
  }

  DualTransport transport() {
    return transport;
  }

  @Override
  public void onSessionUp(NodeId peer, NodeAddress address, boolean dialled) {
    ups.add(peer);
    also.onSessionUp(peer, address, dialled);
  }

  @Override
  public void onMessage(NodeId from, ProtocolId protocol, Bytes message) {
    received.add(new Received(from, protocol, message));
    also.onMessage(from, protocol, message);
  }

  @Override
  public void onSessionInDoubt(NodeId peer) {
    doubts.add(peer);
    also.onSessionInDoubt(peer);
  }

  @Override
  public void onSessionDown(NodeId peer, String reason) {
    downs.add(reason);
    also.onSessionDown(peer, reason);
  }

  @Override
  public void close() {
    transport.close();
  }

  /** Hears and does nothing. */
  private static final class Ignorant implements TransportListener {
    @Override
    public void onSessionUp(NodeId peer, NodeAddress address, boolean dialled) {}

    @Override
    public void onMessage(NodeId from, ProtocolId protocol, Bytes message) {}

    @Override
    public void onSessionInDoubt(NodeId peer) {}

    @Override
    public void onSessionDown(NodeId peer, String reason) {}
  }
}
