package org.lagroups.wormguard.flow;

import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.packet.TcpHeader;

/** Follows the handshake and the end of TCP connections (RFC 9293, section 3.5 and 3.6). */
final class TcpTracker {

  /** Marks of the client; those of the server are one bit further. */
  static final int SYN = 1;

  static final int ACKNOWLEDGED = 4;
  static final int FIN = 16;
  static final int RESET = 64;
  static final int FROM_MIDDLE = 256;

  /** Mark of the client again: it sent more than one SYN, with different numbers. */
  static final int OTHER_SYN = 512;

  /** Mark of the client again: once hands were shaken, it asked for another connection. */
  static final int ASKED = 2_048;

  private static final int HANDSHAKE = 3 * SYN | 3 * ACKNOWLEDGED;

  /** How far a number may be from the one expected and still be of this connection. */
  static final int MAX_WINDOW = 1 << 20;

  /** No window can be larger (RFC 7323, section 2.3). */
  private static final int LARGEST_WINDOW = 1 << 30;

  private final FlowRecords records;
  private final FlowListener listener;

  TcpTracker(FlowRecords records, FlowListener listener) {
    this.records = records;
    this.listener = listener;
  }

  static boolean hasSyn(Packet packet) {
    return has(packet.tcp().flags(), TcpHeader.SYN);
  }

  /** Whether a packet asks for a connection. */
  static boolean isOpening(Packet packet) {
    int flags = packet.tcp().flags();
    return has(flags, TcpHeader.SYN) && !has(flags, TcpHeader.ACK);
  }

  /** Whether a packet answers one that does. */
  static boolean isAnswer(Packet packet) {
    return isAnswer(packet.tcp().flags());
  }

  /** Whether a packet says that another connection was accepted in the place of this one. */
  boolean acceptsOther(int flow, Packet packet, Direction way) {
    return isAnswer(packet)
        && has(flow, way.reverse(), ASKED)
        && (int) packet.tcp().sequence() != initial(flow, way);
  }

  /** Lets a flow begin with the answer to a SYN that came before it. */
  void beginAccepted(int flow, Packet answer) {
    records.putShort(flow, FlowRecords.MARKS, of(Direction.TO_SERVER, SYN));
    setInitial(flow, Direction.TO_SERVER, (int) answer.tcp().acknowledgement() - 1);
  }

  /** Notes what a packet says, and gives the list that the flow is of with it. */
  FlowList follow(int flow, Packet packet, Direction way) {
    int flags = packet.tcp().flags();
    if (has(flags, TcpHeader.RST)) {
      if (resets(flow, packet, way)) {
        mark(flow, RESET);
      }
    } else {
      if (has(flags, TcpHeader.SYN)) {
        followSyn(flow, packet, way);
      }
      if (has(flags, TcpHeader.ACK)) {
        followAck(flow, packet, flags, way.reverse());
      }
      followData(flow, packet, flags, way);
    }
    return list(marks(flow));
  }

  boolean hasShakenHands(int flow) {
    return isOpened(marks(flow));
  }

  int marks(int flow) {
    return records.getShort(flow, FlowRecords.MARKS);
  }

  void mark(int flow, int mark) {
    records.putShort(flow, FlowRecords.MARKS, marks(flow) | mark);
  }

  boolean has(int flow, Direction way, int clientMark) {
    return (marks(flow) & of(way, clientMark)) != 0;
  }

  static int of(Direction way, int clientMark) {
    return clientMark << way.index();
  }

  int initial(int flow, Direction way) {
    return records.getInt(flow, FlowRecords.INITIAL + way.index() * Integer.BYTES);
  }

  private static FlowList list(int marks) {
    if ((marks & RESET) != 0 || (marks & 3 * FIN) == 3 * FIN) {
      return FlowList.CLOSED;
    }
    return isOpened(marks) ? FlowList.ESTABLISHED : FlowList.NEW;
  }

  private static boolean isOpened(int marks) {
    return (marks & HANDSHAKE) == HANDSHAKE && (marks & FROM_MIDDLE) == 0;
  }

  /** The first SYN counts, until the other side acknowledges one that differs. */
  private void followSyn(int flow, Packet packet, Direction way) {
    int number = (int) packet.tcp().sequence();
    if (!has(flow, way, SYN)) {
      mark(flow, of(way, SYN));
      setInitial(flow, way, number);
    } else if (number != initial(flow, way)) {
      if (!hasShakenHands(flow)) {
        mark(flow, of(way, OTHER_SYN));
      } else if (isOpening(packet)) {
        mark(flow, of(way, ASKED));
      }
    }
  }

  /**
   * Until hands are shaken, what an answer acknowledges is what its sender took: a SYN with all of
   * its data, or a SYN. After several SYNs it is always taken for a SYN without data, as one of
   * them may have been sent to end just there.
   */
  private void followAck(int flow, Packet packet, int flags, Direction sender) {
    int acknowledged = (int) packet.tcp().acknowledgement();
    boolean isAnswer = isAnswer(flags);
    boolean isNew = !has(flow, sender, ACKNOWLEDGED);
    if (!has(flow, sender, SYN) || !(isNew || isAnswer) || hasShakenHands(flow)) {
      followReceived(flow, sender, acknowledged);
      return;
    }
    boolean isOneOfMany = has(flow, sender, OTHER_SYN);
    if (isAnswer || (isOneOfMany && has(flow, sender.reverse(), SYN))) {
      if (isOneOfMany || acknowledged != next(flow, sender)) {
        anchor(flow, sender, acknowledged - 1);
      }
      mark(flow, of(sender, ACKNOWLEDGED));
    } else {
      int beyond = acknowledged - initial(flow, sender) - 1;
      if (beyond >= 0 && beyond <= MAX_WINDOW) {
        mark(flow, of(sender, ACKNOWLEDGED));
      }
    }
  }

  private void anchor(int flow, Direction way, int number) {
    if (number != initial(flow, way) || next(flow, way) != number + 1) {
      setInitial(flow, way, number);
      listener.restarted(flow, way);
    }
  }

  /** The other side has what comes without a hole, and expects what follows that. */
  private void followData(int flow, Packet packet, int flags, Direction way) {
    int from = (int) packet.tcp().sequence() + (has(flags, TcpHeader.SYN) ? 1 : 0);
    int end = from + packet.payloadLength() + (has(flags, TcpHeader.FIN) ? 1 : 0);
    int next = next(flow, way);
    if (!isNextKnown(flow, way) || (from - next <= 0 && end - next > 0)) {
      records.putInt(flow, nextField(way), end);
    }
    int ahead = end - next(flow, way);
    if (has(flags, TcpHeader.FIN) && ahead >= -MAX_WINDOW && ahead <= MAX_WINDOW) {
      mark(flow, of(way, FIN));
    }
  }

  /** Some of what it has may not have come by here. */
  private void followReceived(int flow, Direction sender, int acknowledged) {
    int ahead = acknowledged - next(flow, sender);
    if (isNextKnown(flow, sender) && ahead > 0 && ahead <= LARGEST_WINDOW) {
      records.putInt(flow, nextField(sender), acknowledged);
    }
  }

  /**
   * Whether a host is reset: only with the number that it expects next, and otherwise it asks again
   * (RFC 5961, section 3.2); while it waits for the answer to its SYN, by whoever acknowledges that
   * (RFC 9293, section 3.10.7.3).
   */
  private boolean resets(int flow, Packet packet, Direction way) {
    Direction back = way.reverse();
    if (has(packet.tcp().flags(), TcpHeader.ACK) && !has(flow, way, SYN) && has(flow, back, SYN)) {
      int acknowledged = (int) packet.tcp().acknowledgement() - initial(flow, back);
      return acknowledged > 0 && acknowledged <= next(flow, back) - initial(flow, back);
    }
    return isNextKnown(flow, way) && (int) packet.tcp().sequence() == next(flow, way);
  }

  private boolean isNextKnown(int flow, Direction way) {
    return has(flow, way, SYN) || next(flow, way) != 0;
  }

  private void setInitial(int flow, Direction way, int number) {
    records.putInt(flow, FlowRecords.INITIAL + way.index() * Integer.BYTES, number);
    records.putInt(flow, nextField(way), number + 1);
  }

  private int next(int flow, Direction way) {
    return records.getInt(flow, nextField(way));
  }

  private static int nextField(Direction way) {
    return FlowRecords.NEXT + way.index() * Integer.BYTES;
  }

  private static boolean isAnswer(int flags) {
    return has(flags, TcpHeader.SYN) && has(flags, TcpHeader.ACK);
  }

  private static boolean has(int flags, int flag) {
    return (flags & flag) != 0;
  }
}
