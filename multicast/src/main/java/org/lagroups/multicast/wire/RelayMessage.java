package org.lagroups.multicast.wire;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.stream.StreamId;

/** What a parent and its members say to each other while they distribute a stream. */
public sealed interface RelayMessage extends CastMessage {

  /**
   * From the parent: who has which number.
   *
   * @param epoch counts rosters, from 0
   * @param apart the numbers, as bits, of those who do not keep up and fetch what they lack
   * @param entries at most {@link Route#MAX_MEMBERS}, by number
   */
  record Roster(StreamId stream, int epoch, long apart, List<RosterEntry> entries)
      implements RelayMessage {

    public Roster {
      entries = List.copyOf(entries);
      if (!isPossible(epoch, apart, entries)) {
        throw new IllegalArgumentException("no roster: " + entries);
      }
    }

    static boolean isPossible(int epoch, long apart, List<RosterEntry> entries) {
      long numbers = 0;
      int last = -1;
      Set<NodeId> nodes = new HashSet<>();
      for (RosterEntry entry : entries) {
        if (entry.number() <= last
            || entry.number() >= Route.MAX_MEMBERS
            || entry.since() < 0
            || entry.since() > epoch
            || !nodes.add(entry.node())) {
          return false;
        }
        last = entry.number();
        numbers |= 1L << last;
      }
      return epoch >= 0 && (apart & ~numbers) == 0;
    }
  }

  /**
   * A member in a roster.
   *
   * @param since the epoch from which on the number is its own; routes of earlier ones meant
   *     another
   */
  record RosterEntry(int number, int since, NodeId node) {}

  /**
   * How it goes, from each member to its parent and siblings, and from the parent to its members.
   *
   * @param epoch of the roster that the sender knows
   * @param held what it has
   * @param lowest below this it has nothing to give any more
   * @param linked the members that it has links to, as bits by number
   * @param uplinkBytesPerSecond what its uplink can carry; 0 unless it was full just now
   * @param capBytesPerSecond the most that it may send, of its node's cap; 0 if there is none
   * @param sentBytesPerSecond what it sends to members
   * @param waitingBytes what waits to be sent
   * @param senders from whom it gets chunks, at most {@link #MAX_SENDERS}, by number
   */
  record Report(
      StreamId stream,
      int epoch,
      Held held,
      long lowest,
      long linked,
      long uplinkBytesPerSecond,
      long capBytesPerSecond,
      long sentBytesPerSecond,
      long waitingBytes,
      List<Sender> senders)
      implements RelayMessage {

    /** The most senders: all members and the parent. */
    public static final int MAX_SENDERS = Route.MAX_MEMBERS + 1;

    public Report {
      senders = List.copyOf(senders);
      if (!isPossible(
          epoch,
          lowest,
          linked,
          uplinkBytesPerSecond,
          capBytesPerSecond,
          sentBytesPerSecond,
          waitingBytes,
          senders)) {
        throw new IllegalArgumentException("no report: " + senders);
      }
    }

    static boolean isPossible(
        int epoch,
        long lowest,
        long linked,
        long uplink,
        long cap,
        long sent,
        long waiting,
        List<Sender> senders) {
      int last = -1;
      for (Sender sender : senders) {
        if (sender.number() <= last
            || sender.number() >= MAX_SENDERS
            || sender.bytesPerSecond() < 0
            || sender.refused() < 0) {
          return false;
        }
        last = sender.number();
      }
      boolean areRates = uplink >= 0 && cap >= 0 && sent >= 0;
      return epoch >= 0 && lowest >= 0 && linked >= 0 && areRates && waiting >= 0;
    }
  }

  /**
   * Somebody who sends chunks.
   *
   * @param number a member's, or {@link Route#MAX_MEMBERS} for the parent
   * @param bytesPerSecond what comes from it
   * @param refused how many chunks from it failed the check so far
   */
  record Sender(int number, long bytesPerSecond, long refused) {}

  /**
   * Asks for chunks.
   *
   * @param first the first one
   * @param others bit i asks for the chunk i + 1 after the first
   */
  record Want(StreamId stream, long first, long others) implements RelayMessage {

    public Want {
      if (!isPossible(first)) {
        throw new IllegalArgumentException("no chunk: " + first);
      }
    }

    static boolean isPossible(long first) {
      return first >= 0 && first <= Long.MAX_VALUE - Long.SIZE;
    }
  }

  /**
   * Says what has come over a link.
   *
   * @param latest the last chunk that came; links keep the order, so all before it have come too
   * @param atNanos when it came, by any clock of the receiver's that never goes back; 0 to {@link
   *     #MAX_NANOS}
   */
  record Progress(StreamId stream, long latest, long atNanos) implements RelayMessage {

    /** More than a hundred years. */
    public static final long MAX_NANOS = 1L << 62;

    public Progress {
      if (!isPossible(latest, atNanos)) {
        throw new IllegalArgumentException("no chunk: " + latest + " at " + atNanos);
      }
    }

    static boolean isPossible(long latest, long atNanos) {
      return latest >= 0 && atNanos >= 0 && atNanos <= MAX_NANOS;
    }
  }
}
