package org.lagroups.node.transport.session;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;

/** One end of a link of a {@link SessionWorld}. What it sends arrives after the world's latency. */
final class FakeLink implements Link {

  private static final Bytes RESET_TOKEN = Bytes.copyOf(new byte[Hello.RESET_TOKEN_LENGTH]);

  private final SessionWorld world;
  private final SessionNode owner;
  private final SessionNode peer;
  private final boolean dialled;
  private final long madeAt;
  private @Nullable FakeLink otherEnd;
  private boolean isClosed;

  /** Nothing sent on it arrives. */
  boolean isBroken;

  /** Why its owner closed it. */
  @Nullable CloseReason closed;

  int keepAlives;

  private FakeLink(SessionWorld world, SessionNode owner, SessionNode peer, boolean dialled) {
    this.world = world;
    this.owner = owner;
    this.peer = peer;
    this.dialled = dialled;
    this.madeAt = world.now();
  }

  /** Makes both ends of a link; answers that of the node that dialled. */
  static FakeLink between(SessionWorld world, SessionNode dialling, SessionNode called) {
    FakeLink here = new FakeLink(world, dialling, called, true);
    FakeLink there = new FakeLink(world, called, dialling, false);
    here.otherEnd = there;
    there.otherEnd = here;
    return here;
  }

  FakeLink otherEnd() {
    return Objects.requireNonNull(otherEnd);
  }

  /** It breaks: both ends are told. */
  void breakDown() {
    isBroken = true;
    otherEnd().isBroken = true;
    owner.sessions().onClosed(this, "it broke");
    peer.sessions().onClosed(otherEnd(), "it broke");
  }

  /** Its owner is gone, and nobody is told. */
  void vanish() {
    isBroken = true;
    isClosed = true;
  }

  /** The peer of this end hears a hello, whoever said it. */
  void deliver(Hello hello) {
    peer.sessions().onHello(otherEnd(), hello);
  }

  @Override
  public NodeId peer() {
    return peer.id();
  }

  @Override
  public NodeAddress address() {
    return peer.address();
  }

  @Override
  public boolean dialled() {
    return dialled;
  }

  @Override
  public String carrier() {
    return "fake";
  }

  @Override
  public void sayHello(long incarnation, long sequence) {
    Hello hello = new Hello(incarnation, sequence, RESET_TOKEN);
    transmit(other -> other.owner.sessions().onHello(other, hello));
  }

  @Override
  public void confirm() {
    transmit(other -> other.owner.sessions().onConfirm(other));
  }

  @Override
  public void start() {
    owner.link = this;
  }

  @Override
  public boolean send(ProtocolId protocol, Delivery delivery, Bytes message) {
    transmit(other -> other.owner.sessions().onMessage(other, protocol, message));
    return true;
  }

  @Override
  public void sendKeepAlive() {
    keepAlives++;
  }

  @Override
  public void close(CloseReason reason) {
    if (!isClosed) {
      isClosed = true;
      closed = reason;
      transmit(other -> {
        other.isClosed = true;
        other.owner.sessions().onClosed(other, reason.explanation());
      });
    }
  }

  @Override
  public long bytesOut() {
    return 0;
  }

  @Override
  public long bytesIn() {
    return 0;
  }

  @Override
  public long quietNanos() {
    return TimeUnit.MILLISECONDS.toNanos(world.now() - madeAt);
  }

  private void transmit(Consumer<FakeLink> arrival) {
    FakeLink other = otherEnd();
    world.after(
        world.latencyMillis,
        () -> {
          if (!isBroken && !other.isBroken && !other.isClosed) {
            arrival.accept(other);
          }
        });
  }
}
