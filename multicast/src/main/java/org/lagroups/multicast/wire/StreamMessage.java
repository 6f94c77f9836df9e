package org.lagroups.multicast.wire;

import java.util.Optional;
import org.lagroups.machine.Bytes;
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
}
