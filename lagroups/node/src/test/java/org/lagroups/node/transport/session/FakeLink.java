package org.lagroups.node.transport.session;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.node.transport.CarrierKind;
import org.lagroups.node.transport.lane.FrameKind;
import org.lagroups.node.transport.lane.FrameReader;
import org.lagroups.node.transport.lane.Lane;
import org.lagroups.node.transport.lane.LaneMessage;
import org.lagroups.node.transport.link.CloseReason;
import org.lagroups.node.transport.link.Hello;
import org.lagroups.node.transport.link.Link;
import org.lagroups.node.transport.link.LinkEnd;
import org.lagroups.node.transport.link.SessionMessage;
import org.lagroups.node.transport.link.SignsOfLife;

/** One end of a link of a {@link SessionWorld}. What it sends arrives after the world's latency. */
final class FakeLink implements Link {

  /** What still passes where a path swallows long packets without a word. */
  private static final int NARROW_BYTES = 1_000;

  private static final long ANSWERED = -1;
  private static final Bytes RESET_TOKEN = Bytes.copyOf(new byte[Hello.RESET_TOKEN_LENGTH]);

  private final SessionWorld world;
  private final SessionNode owner;
  private final SessionNode peer;
  private final CarrierKind carrier;
  private final boolean dialled;
  private final long madeAt;
  private @Nullable FakeLink otherEnd;
  private @Nullable Hello said;
  private boolean isClosed;

  /** Nothing sent on it arrives. */
  boolean isBroken;

  /** It breaks when something is said on it, and its owner hears that at once. */
  boolean breaksWhenSaid;

  /** A long packet was swallowed, and so whatever comes after it in the stream waits for it. */
  private boolean isStuck;

  private long heardAt;
  private long unansweredSince = ANSWERED;

  /** Why its owner closed it. */
  @Nullable CloseReason closed;

  int keepAlives;

  /** How often this end has confirmed what it received. */
  int confirmations;

  private FakeLink(
      SessionWorld world,
      SessionNode owner,
      SessionNode peer,
      CarrierKind carrier,
      boolean dialled) {
    this.world = world;
    this.owner = owner;
    this.peer = peer;
    this.carrier = carrier;
    this.dialled = dialled;
    this.madeAt = world.now();
    this.heardAt = madeAt;
  }

  /** Makes both ends of a link; answers that of the node that dialled. */
  static FakeLink between(
      SessionWorld world, SessionNode dialling, SessionNode called, CarrierKind carrier) {
    FakeLink here = new FakeLink(world, dialling, called, carrier, true);
    FakeLink there = new FakeLink(world, called, dialling, carrier, false);
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
    owner.sessions().onClosed(this, LinkEnd.broken("it broke"));
    peer.sessions().onClosed(otherEnd(), LinkEnd.broken("it broke"));
  }

  /** Its owner is gone, and nobody is told. */
  void vanish() {
    isBroken = true;
    isClosed = true;
  }

  /** The peer of this end hears a hello, whoever said it. */
  void deliver(Hello hello) {
    peer.sessions().onSaid(otherEnd(), new SessionMessage.Greeting(hello));
  }

  @Override
  public NodeId peer() {
    return peer.id();
  }

  @Override
  public InetSocketAddress remote() {
    return peer.socketAddress();
  }

  @Override
  public boolean dialled() {
    return dialled;
  }

  @Override
  public CarrierKind carrier() {
    return carrier;
  }

  @Override
  public Bytes resetToken() {
    return RESET_TOKEN;
  }

  @Override
  public @Nullable Hello said() {
    return said;
  }

  @Override
  public void say(SessionMessage message) {
    if (breaksWhenSaid) {
      vanish();
      owner.sessions().onClosed(this, LinkEnd.broken("it broke"));
      return;
    }
    if (message instanceof SessionMessage.Greeting(Hello hello)) {
      said = hello;
    }
    if (message instanceof SessionMessage.OfLanes(LaneMessage.Received _)) {
      confirmations++;
    }
    transmit(other -> other.owner.sessions().onSaid(other, message));
  }

  @Override
  public void start() {
    owner.links.put(carrier, this);
  }

  @Override
  public boolean isWritable(Lane lane) {
    return true;
  }

  @Override
  public void write(Lane lane, ByteBuf frames) {
    Bytes bytes = Bytes.copyOf(ByteBufUtil.getBytes(frames));
    frames.release();
    isStuck |= carrier == CarrierKind.TCP && owner.hasNarrowTcp && bytes.length() > NARROW_BYTES;
    transmit(other -> other.read(bytes));
  }

  @Override
  public void flush() {}

  @Override
  public boolean sendDatagram(int protocol, Bytes message) {
    transmit(other -> other.owner.sessions().onDatagram(other, protocol, message));
    return true;
  }

  @Override
  public void sendKeepAlive() {
    keepAlives++;
    if (carrier == CarrierKind.TCP) {
      say(new SessionMessage.Ping());
    } else {
      transmit(other -> {});
    }
  }

  @Override
  public void close(CloseReason reason) {
    if (!isClosed) {
      isClosed = true;
      closed = reason;
      transmit(other -> {
        other.isClosed = true;
        other.owner.sessions().onClosed(other, LinkEnd.said(reason));
      });
    }
  }

  @Override
  public long quietNanos() {
    return TimeUnit.MILLISECONDS.toNanos(world.now() - madeAt);
  }

  @Override
  public long silentNanos() {
    return quietNanos();
  }

  @Override
  public SignsOfLife signsOfLife() {
    return new SignsOfLife(
        unansweredSince == ANSWERED ? 0 : nanosSince(unansweredSince),
        nanosSince(heardAt),
        TimeUnit.MILLISECONDS.toNanos(2 * world.latencyMillis));
  }

  private long nanosSince(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(world.now() - millis);
  }

  private void read(Bytes frames) {
    ByteBuf buffer = Unpooled.wrappedBuffer(frames.asReadOnlyBuffer());
    new FrameReader(
            new FrameReader.Sink() {
              @Override
              public boolean message(FrameKind kind, int protocol, Bytes message) {
                Lane lane = kind == FrameKind.BULK ? Lane.BULK : Lane.ORDERED;
                owner.sessions().onMessage(FakeLink.this, lane, protocol, message);
                return true;
              }

              @Override
              public void unreadable(String what) {
                throw new AssertionError(what);
              }
            })
        .read(buffer);
  }

  private void transmit(Consumer<FakeLink> arrival) {
    FakeLink other = otherEnd();
    if (unansweredSince == ANSWERED) {
      unansweredSince = world.now();
    }
    world.after(
        world.latencyMillis,
        () -> {
          if (!isBroken
              && !other.isBroken
              && !other.isClosed
              && !isStuck
              && !owner.isMute(carrier)) {
            other.hear(arrival);
          }
        });
  }

  /** Something has come. TCP is answered by the system, QUIC by the process. */
  private void hear(Consumer<FakeLink> arrival) {
    if (owner.isStopped) {
      if (carrier == CarrierKind.TCP) {
        acknowledge();
      }
      owner.unheard.computeIfAbsent(carrier, key -> new ArrayList<>()).add(() -> hear(arrival));
    } else {
      heardAt = world.now();
      acknowledge();
      arrival.accept(this);
    }
  }

  private void acknowledge() {
    FakeLink sender = otherEnd();
    world.after(
        world.latencyMillis,
        () -> {
          if (!isBroken && !owner.isMute(carrier)) {
            sender.unansweredSince = ANSWERED;
            if (carrier == CarrierKind.QUIC) {
              sender.heardAt = world.now();
            }
          }
        });
  }
}
