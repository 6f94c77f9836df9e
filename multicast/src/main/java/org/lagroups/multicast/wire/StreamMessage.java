package org.lagroups.multicast.wire;

import java.util.Optional;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.RobustRule;
import org.lagroups.core.crypto.Signature;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.stream.StreamLink;
import org.lagroups.multicast.stream.chunk.SealedChunk;
import org.lagroups.multicast.wire.place.Bounds;

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
   * Lets the asker into the stream's tree of groups.
   *
   * @param settings of each of the groups, without robust membership
   * @param mostChildren how many children a node has, 2 to {@link Bounds#MAX_LIST}
   * @param pass the publisher's signature, which the asker shows to whomever it asks for a place
   */
  record Admission(StreamId stream, GroupSettings settings, int mostChildren, Signature pass)
      implements StreamMessage {

    public Admission {
      if (!settings.robust().equals(RobustRule.NONE)) {
        throw new IllegalArgumentException("a stream's group has no robust membership");
      }
      if (mostChildren < 2 || mostChildren > Bounds.MAX_LIST) {
        throw new IllegalArgumentException("a node has 2 to 63 children, not " + mostChildren);
      }
    }
  }

  /**
   * The publisher has ended the stream: who lacks some of it gets that from others or not at all.
   *
   * @param signature the publisher's, not checked yet
   */
  record Farewell(StreamId stream, Signature signature) implements StreamMessage {}

  /** The asker does not get the stream from the sender. */
  record Denial(StreamId stream, Why why) implements StreamMessage {

    /** Why. The numbers are part of the wire format. */
    public enum Why {
      /** The sender does not send this stream, or no longer. */
      UNKNOWN_STREAM(1),
      /** The stream is for others, or the link's token is wrong. */
      NOT_INVITED(2);

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
