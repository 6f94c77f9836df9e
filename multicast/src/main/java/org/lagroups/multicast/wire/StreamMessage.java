package org.lagroups.multicast.wire;

import java.util.Optional;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.RobustRule;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.stream.StreamLink;
import org.lagroups.multicast.stream.chunk.SealedChunk;

/** A stream's header and its chunks, between any two nodes. */
public sealed interface StreamMessage extends CastMessage {

  /** A chunk, and who passes it to whom. */
  record ChunkMessage(StreamId stream, Route route, SealedChunk sealed) implements StreamMessage {}

  /**
   * Asks for the stream's header.
   *
   * @param token {@link StreamLink#TOKEN_BYTES} from the stream's link, if it has one
   */
  record HeaderAsk(StreamId stream, Optional<Bytes> token) implements StreamMessage {

    public HeaderAsk {
      if (token.isPresent() && token.get().length() != StreamLink.TOKEN_BYTES) {
        throw new IllegalArgumentException("a token has 16 bytes, not " + token.get().length());
      }
    }
  }

  /** The stream's header. Its signature, and whether it is this stream's, are not checked yet. */
  record HeaderAnswer(StreamId stream, SignedHeader header) implements StreamMessage {}

  /**
   * Lets the asker into the group in which the sender distributes the stream.
   *
   * @param settings the group's, without robust membership
   * @param token {@link #TOKEN_BYTES} by which the sender knows its guest when that joins
   */
  record Admission(StreamId stream, GroupId group, GroupSettings settings, Bytes token)
      implements StreamMessage {

    /** Length of a token in bytes. */
    public static final int TOKEN_BYTES = 16;

    public Admission {
      if (!settings.robust().equals(RobustRule.NONE)) {
        throw new IllegalArgumentException("a stream's group has no robust membership");
      }
      if (token.length() != TOKEN_BYTES) {
        throw new IllegalArgumentException("a token has 16 bytes, not " + token.length());
      }
    }
  }

  /** The asker does not get the stream from the sender. */
  record Denial(StreamId stream, Why why) implements StreamMessage {

    /** Why. The numbers are part of the wire format. */
    public enum Why {
      /** The sender does not send this stream, or no longer. */
      UNKNOWN_STREAM(1),
      /** The stream is for others, or the link's token is wrong. */
      NOT_INVITED(2),
      /** There is no place left. */
      FULL(3);

      private final int number;

      Why(int number) {
        this.number = number;
      }

      int number() {
        return number;
      }
    }
  }
}
