package org.lagroups.node.transport.session.live;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.EventLoop;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.lagroups.node.transport.CarrierKind;
import org.lagroups.node.transport.TransportLimits;
import org.lagroups.node.transport.lane.Lane;
import org.lagroups.node.transport.lane.LaneMessage;
import org.lagroups.node.transport.lane.Lanes;
import org.lagroups.node.transport.link.CloseReason;
import org.lagroups.node.transport.link.Hello;
import org.lagroups.node.transport.link.Link;
import org.lagroups.node.transport.link.LinkEnd;
import org.lagroups.node.transport.link.SessionMessage;

/** One session: at most one link of each carrier, and the lanes over whichever is best. */
public final class Session {

  private record Member(Link link, long number) {}

  /** How long a confirmation that is owed may wait for more to confirm. */
  private static final long CONFIRM_AFTER_MILLIS = 1;

  private final EventLoop loop;
  private final NodeId peer;
  private final Hello hello;
  private final Map<CarrierKind, Member> members = new EnumMap<>(CarrierKind.class);
  private final Lanes lanes;
  private final SilenceWatch watch;
  private boolean isFlushing;
  private boolean isConfirming;
  private boolean isOver;
  private long bytesOut;
  private long bytesIn;

  /**
   * A session over its first link.
   *
   * @param hello the peer's
   * @param onLeft hears of a link that has gone silent and was closed
   */
  Session(
      EventLoop loop,
      Link first,
      Hello hello,
      TransportLimits limits,
      BiConsumer<Link, LinkEnd> onLeft) {
    this.loop = loop;
    this.peer = first.peer();
    this.hello = hello;
    this.lanes =
        new Lanes(
            first, ByteBufAllocator.DEFAULT, limits.orderedQueueBytes(), limits.bulkQueueBytes());
    members.put(first.carrier(), new Member(first, 0));
    watch = new SilenceWatch(loop, this, onLeft);
  }

  public NodeId peer() {
    return peer;
  }

  /** What the peer said on the first link. */
  public Hello hello() {
    return hello;
  }

  long bytesOut() {
    return bytesOut;
  }

  long bytesIn() {
    return bytesIn;
  }

  public boolean isOver() {
    return isOver;
  }

  /** Its links, that which carries the lanes first. */
  List<Link> links() {
    return members.values().stream().map(Member::link).toList();
  }

  /** Whether it can lose a link and go on. */
  boolean hasSpareLink() {
    return members.size() > 1;
  }

  /** The link of a carrier; null if there is none at the moment. */
  @Nullable Link linkOver(CarrierKind carrier) {
    Member member = members.get(carrier);
    return member == null ? null : member.link();
  }

  public boolean has(Link link) {
    return link.equals(linkOver(link.carrier()));
  }

  /** A further link, in place of an older one of its carrier if there is one. */
  public void add(Link link, long number) {
    Link replaced = linkOver(link.carrier());
    members.put(link.carrier(), new Member(link, number));
    if (replaced != null) {
      lanes.lost(replaced);
      replaced.close(CloseReason.GIVEN_UP);
    }
    link.start();
    receiveOverBest();
  }

  /** The link is gone; whether the session goes on. */
  public boolean remove(Link link) {
    Member member = members.remove(link.carrier());
    lanes.lost(link);
    if (member == null || members.isEmpty()) {
      return false;
    }
    best().say(new SessionMessage.Gone(member.number()));
    // That link may have turned out to be broken, too.
    if (members.isEmpty()) {
      return false;
    }
    receiveOverBest();
    return true;
  }

  /** The link that the peer has lost; null if it is gone here too. */
  public @Nullable Link linkOf(SessionMessage.Gone gone) {
    return members.values().stream()
        .filter(member -> member.number() == gone.number())
        .findFirst()
        .map(Member::link)
        .orElse(null);
  }

  /** Ends it; the peer is told on every link. */
  void close(CloseReason reason) {
    isOver = true;
    lanes.clear();
    links().forEach(link -> link.close(reason));
    members.clear();
  }

  /** As {@link org.lagroups.node.transport.Transport#send}. */
  public boolean send(ProtocolId protocol, Delivery delivery, Bytes message) {
    boolean taken =
        switch (delivery) {
          case ORDERED -> lanes.offer(Lane.ORDERED, protocol.number(), message);
          case BULK -> lanes.offer(Lane.BULK, protocol.number(), message);
          case DATAGRAM -> forDatagrams().sendDatagram(protocol.number(), message);
        };
    if (taken) {
      bytesOut += message.length();
      flushSoon();
    }
    return taken;
  }

  /** A message has arrived in a lane; whether to deliver it. */
  public boolean take(Link link, Lane lane, int length) {
    if (!lanes.onMessage(link, lane, length)) {
      return false;
    }
    bytesIn += length;
    if (lanes.owesConfirmationAtOnce()) {
      flushSoon();
    } else if (lanes.owesConfirmation()) {
      confirmLater();
    }
    return true;
  }

  public void tookDatagram(int length) {
    bytesIn += length;
  }

  /** The peer said something about lanes; false if it cannot be true. */
  public boolean onSaid(Link link, LaneMessage message) {
    boolean isPossible = lanes.onSaid(link, message);
    flushSoon();
    return isPossible;
  }

  /** Sends at the end of what the event loop is doing now, so that messages share packets. */
  public void flushSoon() {
    if (!isFlushing) {
      isFlushing = true;
      loop.execute(this::flush);
    }
  }

  private void confirmLater() {
    if (!isConfirming) {
      isConfirming = true;
      var _ = loop.schedule(this::confirm, CONFIRM_AFTER_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void confirm() {
    isConfirming = false;
    flush();
  }

  private void flush() {
    isFlushing = false;
    if (!isOver) {
      lanes.pump();
      members.values().forEach(member -> member.link().flush());
      watch.watch();
    }
  }

  private void receiveOverBest() {
    Link best = best();
    if (!lanes.isReceivingFrom(best)) {
      lanes.receiveFrom(best);
    }
    flushSoon();
  }

  private Link best() {
    return members.values().iterator().next().link();
  }

  private Link forDatagrams() {
    Link quic = linkOver(CarrierKind.QUIC);
    return quic == null ? best() : quic;
  }
}
