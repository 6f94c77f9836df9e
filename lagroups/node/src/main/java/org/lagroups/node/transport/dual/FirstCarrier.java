package org.lagroups.node.transport.dual;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.NodeId;
import org.lagroups.node.transport.link.Carrier;
import org.lagroups.node.transport.link.CloseReason;
import org.lagroups.node.transport.link.Link;

/**
 * Dials over one carrier, and after a while without success over another too; whichever connects
 * first counts. (The idea of "Happy Eyeballs", RFC 8305.)
 */
final class FirstCarrier implements Carrier {

  private final EventLoop loop;
  private final Carrier preferred;
  private final Carrier other;
  private final long headStartMillis;

  FirstCarrier(EventLoop loop, Carrier preferred, Carrier other, long headStartMillis) {
    this.loop = loop;
    this.preferred = preferred;
    this.other = other;
    this.headStartMillis = headStartMillis;
  }

  @Override
  public Attempt dial(InetSocketAddress address, NodeId expected, Outcome outcome) {
    Race race = new Race(address, expected, outcome);
    race.start();
    return race;
  }

  private final class Race implements Attempt {

    private final InetSocketAddress address;
    private final NodeId expected;
    private final Outcome outcome;
    private @Nullable Attempt first;
    private @Nullable Attempt second;
    private @Nullable Future<?> headStart;
    private boolean isOver;

    Race(InetSocketAddress address, NodeId expected, Outcome outcome) {
      this.address = address;
      this.expected = expected;
      this.outcome = outcome;
    }

    void start() {
      headStart = loop.schedule(this::startSecond, headStartMillis, TimeUnit.MILLISECONDS);
      first =
          preferred.dial(
              address,
              expected,
              new Outcome() {
                @Override
                public void connected(Link link) {
                  first = null;
                  won(link);
                }

                @Override
                public void failed(String reason) {
                  first = null;
                  if (headStart != null) {
                    startSecond();
                  } else {
                    lost(reason);
                  }
                }
              });
    }

    @Override
    public void cancel() {
      isOver = true;
      if (headStart != null) {
        headStart.cancel(false);
      }
      if (first != null) {
        first.cancel();
      }
      if (second != null) {
        second.cancel();
      }
    }

    private void startSecond() {
      if (isOver || headStart == null) {
        return;
      }
      headStart.cancel(false);
      headStart = null;
      second =
          other.dial(
              address,
              expected,
              new Outcome() {
                @Override
                public void connected(Link link) {
                  second = null;
                  won(link);
                }

                @Override
                public void failed(String reason) {
                  second = null;
                  lost(reason);
                }
              });
    }

    private void won(Link link) {
      if (isOver) {
        link.close(CloseReason.NOT_WANTED);
      } else {
        cancel();
        outcome.connected(link);
      }
    }

    /** One has failed; it is over when none is left. */
    private void lost(String reason) {
      if (!isOver && first == null && second == null) {
        cancel();
        outcome.failed(reason);
      }
    }
  }
}
