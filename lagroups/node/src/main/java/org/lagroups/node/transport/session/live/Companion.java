package org.lagroups.node.transport.session.live;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.transport.CarrierKind;
import org.lagroups.node.transport.TransportTiming;
import org.lagroups.node.transport.link.Attachment;
import org.lagroups.node.transport.link.Carrier;
import org.lagroups.node.transport.link.CloseReason;
import org.lagroups.node.transport.link.Hello;
import org.lagroups.node.transport.link.Link;
import org.lagroups.node.transport.link.LinkEnd;
import org.lagroups.node.transport.link.SessionMessage;
import org.lagroups.node.transport.session.dial.BackOff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a session the link that it lacks: dials it where the first link was dialled, and again with
 * growing pauses for as long as the session lasts. Only the side that dialled the first link does.
 */
public final class Companion {

  private static final Logger LOG = LoggerFactory.getLogger(Companion.class);

  /** A link that lasted so long was a success: if it breaks, it is dialled again at once. */
  private static final long STABLE_NANOS = TimeUnit.SECONDS.toNanos(5);

  /**
   * The same of one that went silent. It was idle for most of that time maybe, and its path may
   * pass some packets and swallow others; so pauses grow even if it lasted for a while.
   */
  private static final long PROVEN_NANOS = TimeUnit.MINUTES.toNanos(1);

  private static final int PATIENCE = 4;
  private static final int LONG_PATIENCE = 30;

  private final EventLoop loop;
  private final Session session;
  private final Hello own;
  private final InetSocketAddress remote;
  private final Map<CarrierKind, Carrier> carriers;
  private final TransportTiming timing;
  private final BackOff backOff;
  private final LongSupplier numbers;
  private Carrier.@Nullable Attempt attempt;
  private @Nullable Link unanswered;
  private @Nullable Future<?> timer;
  private long number;
  private long attachedNanos;

  /**
   * For a session that is up; {@link #seek} begins.
   *
   * @param own this side's hello on the session's first link
   * @param remote where the peer was dialled
   * @param carriers what to dial over; none if the peer dialled
   * @param numbers grow
   */
  Companion(
      EventLoop loop,
      Session session,
      Hello own,
      InetSocketAddress remote,
      Map<CarrierKind, Carrier> carriers,
      TransportTiming timing,
      BackOff backOff,
      LongSupplier numbers) {
    this.loop = loop;
    this.session = session;
    this.own = own;
    this.remote = remote;
    this.carriers = carriers;
    this.timing = timing;
    this.backOff = backOff;
    this.numbers = numbers;
    this.attachedNanos = loop.ticker().nanoTime();
  }

  /** Pauses between attempts: longer than those between dials, for the session is up meanwhile. */
  static BackOff backOff(TransportTiming timing, RandomGenerator random) {
    return new BackOff(
        PATIENCE * timing.minBackOffMillis(), LONG_PATIENCE * timing.maxBackOffMillis(), random);
  }

  /** Dials the link that lacks, if one does. */
  public void seek() {
    stop();
    for (CarrierKind kind : CarrierKind.values()) {
      Carrier carrier = carriers.get(kind);
      if (carrier != null && session.linkOver(kind) == null) {
        dial(carrier);
        return;
      }
    }
  }

  /** The session has lost a link. */
  public void onLost(LinkEnd end) {
    if (carriers.isEmpty()) {
      return;
    }
    boolean isBroken = end.sign() == LinkEnd.Sign.BROKEN;
    boolean wasSuccess =
        loop.ticker().nanoTime() - attachedNanos > (isBroken ? STABLE_NANOS : PROVEN_NANOS);
    if (wasSuccess) {
      backOff.reset();
    }
    if (wasSuccess && isBroken) {
      seek();
    } else {
      pause();
    }
  }

  /** The peer says that the link belongs to the session; whether it was asked to. */
  public boolean onAnswer(Link link, Attachment answer) {
    if (!link.equals(unanswered) || !answer.isOf(own) || answer.number() != number) {
      return false;
    }
    unanswered = null;
    stop();
    attachedNanos = loop.ticker().nanoTime();
    return true;
  }

  /** A link is gone; whether it was the one that waited for an answer. */
  public boolean onClosed(Link link) {
    if (!link.equals(unanswered)) {
      return false;
    }
    unanswered = null;
    pause();
    return true;
  }

  /** Gives up what is under way. */
  void stop() {
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
    if (attempt != null) {
      attempt.cancel();
      attempt = null;
    }
    if (unanswered != null) {
      unanswered.close(CloseReason.NOT_WANTED);
      unanswered = null;
    }
  }

  private void dial(Carrier carrier) {
    timer = loop.schedule(this::pause, timing.dialMillis(), TimeUnit.MILLISECONDS);
    attempt =
        carrier.dial(
            remote,
            session.peer(),
            new Carrier.Outcome() {
              @Override
              public void connected(Link link) {
                attempt = null;
                attach(link);
              }

              @Override
              public void failed(String reason) {
                attempt = null;
                LOG.debug("No second link with {}: {}", session.peer().abbreviated(), reason);
                pause();
              }
            });
  }

  private void attach(Link link) {
    unanswered = link;
    number = numbers.getAsLong();
    link.say(
        new SessionMessage.Attaching(
            new Attachment(own.incarnation(), own.sequence(), number, link.resetToken())));
    link.flush();
  }

  private void pause() {
    stop();
    timer = loop.schedule(this::seek, backOff.nextMillis(), TimeUnit.MILLISECONDS);
  }
}
