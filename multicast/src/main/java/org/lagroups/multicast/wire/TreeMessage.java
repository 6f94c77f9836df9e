package org.lagroups.multicast.wire;

import java.util.List;
import java.util.Optional;
import org.lagroups.core.crypto.Signature;
import org.lagroups.core.group.Contact;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.stream.StreamId;

/** Who receives a stream from whom: what keeps the tree of groups, between its nodes. */
public sealed interface TreeMessage extends CastMessage {

  /** The greatest depth of a node; the source has 0. */
  int MAX_DEPTH = 64;

  /** In place of a depth: there is no open place. */
  int NOWHERE = MAX_DEPTH + 1;

  /** The most nodes in a list, and so the most children of a node. */
  int MAX_LIST = 63;

  /** The most addresses of a node. */
  int MAX_ADDRESSES = 4;

  /** Length of a token in bytes. */
  int TOKEN_BYTES = 16;

  /** Why a node asks for a place. */
  enum Purpose {
    /** It has none, and nobody below it. */
    NEWCOMER,
    /** It lost its parent. */
    ORPHAN,
    /** Its parent has asked it to move. */
    MOVING
  }

  /** Why a node and its parent, or one that might have been, part. */
  enum Why {
    /** The sender goes away, or does not need the place. */
    LEAVING,
    /** There is no such place, or no longer. */
    REFUSED,
    /** The receiver has failed to pass on what it should. */
    DISMISSED
  }

  /**
   * How near to the source a node is. Epochs come from the source and only through one's parent, so
   * nobody below a node ever has a better stand than that node: whoever takes only parents with a
   * better stand than its own never takes one from below itself. (The feasibility condition of
   * Babel, RFC 8966, section 3.5.1, with the epoch as its sequence number.)
   *
   * @param epoch the newest that was heard, 0 or more
   * @param depth the least since then, 0 to {@link #MAX_DEPTH}
   */
  record Stand(long epoch, int depth) {

    /** The worst. */
    public static final Stand NONE = new Stand(0, MAX_DEPTH);

    public Stand {
      requireRange("an epoch", epoch, 0, Long.MAX_VALUE);
      requireRange("a depth", depth, 0, MAX_DEPTH);
    }

    /** Whether it is nearer to the source. */
    public boolean isBetterThan(Stand other) {
      return epoch > other.epoch || (epoch == other.epoch && depth < other.depth);
    }
  }

  /**
   * A node that may have a place, or know of one.
   *
   * @param openDepth at which depth the shallowest open place below it is said to be, or {@link
   *     #NOWHERE}
   */
  record Option(Contact contact, int openDepth) {

    public Option {
      checked(contact);
      requireRange("a depth", openDepth, 0, NOWHERE);
    }
  }

  /**
   * A child, as its parent attests to it.
   *
   * @param uptimeMillis how long it is known to have been up, 0 or more
   * @param bitsPerSecond what it can send, 0 or more
   */
  record Ward(Contact contact, long uptimeMillis, long bitsPerSecond) {

    public Ward {
      checked(contact);
      requireRange("an uptime", uptimeMillis, 0, Long.MAX_VALUE);
      requireRange("a rate", bitsPerSecond, 0, Long.MAX_VALUE);
    }
  }

  /**
   * A node that failed to forward.
   *
   * @param strikes how often, 1 to {@link #MAX_STRIKES}
   * @param leftMillis for how much longer it stays a leaf, 0 or more
   */
  record Fallen(NodeId node, int strikes, long leftMillis) {

    /** Beyond, failures are not counted. */
    public static final int MAX_STRIKES = 16;

    public Fallen {
      requireRange("strikes", strikes, 1, MAX_STRIKES);
      requireRange("a time", leftMillis, 0, Long.MAX_VALUE);
    }
  }

  /**
   * Asks for a place.
   *
   * @param number of the search, which the answer repeats; 0 or more
   * @param former the parent that was lost
   * @param addresses where the asker may be reached
   * @param bitsPerSecond what it believes it can send
   * @param pass as in {@link StreamMessage.Admission}
   */
  record Seek(
      StreamId stream,
      int number,
      Purpose purpose,
      Optional<NodeId> former,
      List<NodeAddress> addresses,
      long bitsPerSecond,
      Optional<Signature> pass)
      implements TreeMessage {

    public Seek {
      addresses = checked(addresses);
      requireRange("a number", number, 0, Integer.MAX_VALUE);
      requireRange("a rate", bitsPerSecond, 0, Long.MAX_VALUE);
    }

    /** Without a pass. */
    public Seek(
        StreamId stream,
        int number,
        Purpose purpose,
        Optional<NodeId> former,
        List<NodeAddress> addresses,
        long bitsPerSecond) {
      this(stream, number, purpose, former, addresses, bitsPerSecond, Optional.empty());
    }

    /** The same with a pass. */
    public Seek showing(Signature shown) {
      return new Seek(
          stream, number, purpose, former, addresses, bitsPerSecond, Optional.of(shown));
    }
  }

  /** No place here; these may have one. */
  record Refer(StreamId stream, int number, List<Option> options) implements TreeMessage {

    public Refer {
      options = shortList(options);
      requireRange("a number", number, 0, Integer.MAX_VALUE);
    }
  }

  /**
   * A place is reserved for the asker, for a while.
   *
   * @param group that of the sender and its children
   * @param token shows that the place was given, once
   * @param stand of the sender
   */
  record Place(StreamId stream, int number, GroupId group, Bytes token, Stand stand)
      implements TreeMessage {

    public Place {
      requireRange("a number", number, 0, Integer.MAX_VALUE);
      requireRange("a token's length", token.length(), TOKEN_BYTES, TOKEN_BYTES);
    }
  }

  /**
   * Takes the place. It is confirmed by the first {@link Pulse}.
   *
   * @param nextSequence the first chunk that the sender misses, from where it wants the stream
   */
  record Take(StreamId stream, Bytes token, long nextSequence) implements TreeMessage {

    public Take {
      requireRange("a token's length", token.length(), TOKEN_BYTES, TOKEN_BYTES);
      requireRange("a sequence", nextSequence, 0, Long.MAX_VALUE);
    }
  }

  /** The end of being parent and child. */
  record Part(StreamId stream, Why why) implements TreeMessage {}

  /** A parent asks a child to move to one of these. It goes on serving it until that has moved. */
  record Yield(StreamId stream, List<Option> options) implements TreeMessage {

    public Yield {
      options = shortList(options);
    }
  }

  /** Asks the parent's parent for a place one level up. Answered as {@link Seek} is. */
  record Climb(
      StreamId stream,
      int number,
      List<NodeAddress> addresses,
      long bitsPerSecond,
      Transcript transcript)
      implements TreeMessage {

    public Climb {
      addresses = checked(addresses);
      requireRange("a number", number, 0, Integer.MAX_VALUE);
      requireRange("a rate", bitsPerSecond, 0, Long.MAX_VALUE);
    }
  }

  /**
   * A parent to its children, at each beat.
   *
   * @param proof the publisher's signature over stream and epoch
   * @param openDepth where in the whole tree the shallowest open place is, as far as known
   * @param bar the score from which the sender admits a grandchild; {@link Long#MAX_VALUE}: none
   * @param barAbove the same of the sender's parent
   */
  record Pulse(
      StreamId stream, Stand stand, Signature proof, int openDepth, long bar, long barAbove)
      implements TreeMessage {

    public Pulse {
      requireRange("a depth", openDepth, 0, NOWHERE);
      requireRange("a bar", bar, 0, Long.MAX_VALUE);
      requireRange("a bar", barAbove, 0, Long.MAX_VALUE);
    }
  }

  /**
   * A parent to its children, so that they know where to go should it fail.
   *
   * @param ancestors the sender's own parent first, the source last; those between may be left out
   * @param siblings the sender's children
   * @param others a few others that may have a place: the sender's siblings
   */
  record Lineage(
      StreamId stream,
      List<Contact> ancestors,
      List<Contact> siblings,
      List<Contact> others,
      List<Fallen> fallen)
      implements TreeMessage {

    public Lineage {
      ancestors = shortList(ancestors);
      siblings = shortList(siblings);
      others = shortList(others);
      fallen = shortList(fallen);
      ancestors.forEach(TreeMessage::checked);
      siblings.forEach(TreeMessage::checked);
      others.forEach(TreeMessage::checked);
    }
  }

  /** A child to its parent: the group that it leads, and who is in it. */
  record Household(StreamId stream, Optional<GroupId> group, List<Ward> wards, List<Fallen> fallen)
      implements TreeMessage {

    public Household {
      wards = shortList(wards);
      fallen = shortList(fallen);
    }
  }

  /**
   * A child to its parent, at each beat.
   *
   * @param openDepth where the shallowest open place below it is
   * @param bitsPerSecond what it believes it can send
   */
  record Presence(StreamId stream, int openDepth, long bitsPerSecond) implements TreeMessage {

    public Presence {
      requireRange("a depth", openDepth, 0, NOWHERE);
      requireRange("a rate", bitsPerSecond, 0, Long.MAX_VALUE);
    }
  }

  private static void requireRange(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s is %d to %d, not %d".formatted(what, least, most, value));
    }
  }

  private static <E> List<E> shortList(List<E> list) {
    requireRange("a list's length", list.size(), 0, MAX_LIST);
    return List.copyOf(list);
  }

  private static List<NodeAddress> checked(List<NodeAddress> addresses) {
    requireRange("the number of addresses", addresses.size(), 0, MAX_ADDRESSES);
    return List.copyOf(addresses);
  }

  private static void checked(Contact contact) {
    requireRange("the number of addresses", contact.addresses().size(), 0, MAX_ADDRESSES);
  }
}
