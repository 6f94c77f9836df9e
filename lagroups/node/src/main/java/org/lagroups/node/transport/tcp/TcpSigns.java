package org.lagroups.node.transport.tcp;

import io.netty.channel.Channel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.epoll.EpollTcpInfo;
import java.util.concurrent.TimeUnit;

/**
 * What the system knows of a TCP connection: Linux tells what the peer's system has not
 * acknowledged, and when it last did. Elsewhere nothing is known, and all counts as answered.
 */
final class TcpSigns {

  private final Channel channel;
  private final EpollTcpInfo info = new EpollTcpInfo();
  private boolean isKnown;

  /** Nothing known yet. */
  TcpSigns(Channel channel) {
    this.channel = channel;
  }

  /** Asks the system. */
  void look() {
    isKnown = channel instanceof EpollSocketChannel && channel.isOpen();
    if (isKnown && channel instanceof EpollSocketChannel socket) {
      socket.tcpInfo(info);
    }
  }

  /** Whether nothing waits for an acknowledgement. */
  boolean isAllAnswered() {
    return !isKnown || info.unacked() == 0;
  }

  /** Since the last acknowledgement, of whatever. */
  long sinceAnswerNanos() {
    return isKnown ? TimeUnit.MILLISECONDS.toNanos(info.lastAckRecv()) : 0;
  }

  /** Smoothed by the system; 0 if unknown. */
  long roundTripNanos() {
    return isKnown ? TimeUnit.MICROSECONDS.toNanos(info.rtt()) : 0;
  }
}
