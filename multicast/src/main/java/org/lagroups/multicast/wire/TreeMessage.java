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
import org.lagroups.multicast.wire.place.Bounds;
import org.lagroups.multicast.wire.place.Fallen;
import org.lagroups.multicast.wire.place.Option;
import org.lagroups.multicast.wire.place.Stand;
import org.lagroups.multicast.wire.place.Ward;

/** Who receives a stream from whom: what keeps the tree of groups, between its nodes. */
public sealed interface TreeMessage extends CastMessage {

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
      addresses = Bounds.addresses(addresses);
      Bounds.requireRange("a number", number, 0, Integer.MAX_VALUE);
      Bounds.requireRange("a rate", bitsPerSecond, 0, Long.MAX_VALUE);
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
      options = Bounds.shortList(options);
      Bounds.requireRange("a number", number, 0, Integer.MAX_VALUE);
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
      Bounds.requireRange("a number", number, 0, Integer.MAX_VALUE);
      Bounds.requireRange("a token's length", token.length(), TOKEN_BYTES, TOKEN_BYTES);
    }
  }

  /**
   * Takes the place. It is confirmed by the first {@link Pulse}.
   *
   * @param nextSequence the first chunk that the sender misses, from where it wants the stream
   */
  record Take(StreamId stream, Bytes token, long nextSequence) implements TreeMessage {

    public Take {
      Bounds.requireRange("a token's length", token.length(), TOKEN_BYTES, TOKEN_BYTES);
      Bounds.requireRange("a sequence", nextSequence, 0, Long.MAX_VALUE);
    }
  }

  /** The end of being parent and child. */
  record Part(StreamId stream, Why why) implements TreeMessage {}

  /** A parent asks a child to move to one of these. It goes on serving it until that has moved. */
  record Yield(StreamId stream, List<Option> options) implements TreeMessage {

    public Yield {
      options = Bounds.shortList(options);
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
      addresses = Bounds.addresses(addresses);
      Bounds.requireRange("a number", number, 0, Integer.MAX_VALUE);
      Bounds.requireRange("a rate", bitsPerSecond, 0, Long.MAX_VALUE);
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
      Bounds.requireRange("a depth", openDepth, 0, Option.NOWHERE);
      Bounds.requireRange("a bar", bar, 0, Long.MAX_VALUE);
      Bounds.requireRange("a bar", barAbove, 0, Long.MAX_VALUE);
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
      ancestors = Bounds.contacts(ancestors);
      siblings = Bounds.contacts(siblings);
      others = Bounds.contacts(others);
      fallen = Bounds.shortList(fallen);
    }
  }

  /** A child to its parent: the group that it leads, and who is in it. */
  record Household(StreamId stream, Optional<GroupId> group, List<Ward> wards, List<Fallen> fallen)
      implements TreeMessage {

    public Household {
      wards = Bounds.shortList(wards);
      fallen = Bounds.shortList(fallen);
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
      Bounds.requireRange("a depth", openDepth, 0, Option.NOWHERE);
      Bounds.requireRange("a rate", bitsPerSecond, 0, Long.MAX_VALUE);
    }
  }
}
