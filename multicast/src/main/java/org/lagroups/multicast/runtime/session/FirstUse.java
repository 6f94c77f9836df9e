package org.lagroups.multicast.runtime.session;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.stream.StreamHeader;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.stream.StreamMode;
import org.lagroups.multicast.stream.chunk.BatchSigner;
import org.lagroups.multicast.stream.chunk.ChunkVerifier;
import org.lagroups.multicast.stream.chunk.SealedChunk;
import org.lagroups.multicast.wire.CastCodec;
import org.lagroups.multicast.wire.CastMessage;
import org.lagroups.multicast.wire.Decoded;
import org.lagroups.multicast.wire.RelayMessage;
import org.lagroups.multicast.wire.Route;
import org.lagroups.multicast.wire.StreamMessage;

/**
 * Messages and signatures that are made once before there is a stream. The first of each kind takes
 * some hundred times as long as the next, since classes are loaded for it: on the event loop that
 * would hold up everything else.
 */
final class FirstUse {

  private static final boolean IS_DONE = prepare();

  private FirstUse() {}

  /** Does it unless it has been done; not on the loop. */
  static void ensureDone() {
    if (!IS_DONE) {
      throw new IllegalStateException("a message that this program made is none");
    }
  }

  private static boolean prepare() {
    Identity nobody = Identity.generate(new Random(0));
    SignedHeader header =
        SignedHeader.sign(
            new StreamHeader(
                nobody.publicIdentity(),
                "",
                StreamMode.LIVE,
                1,
                OptionalLong.empty(),
                0,
                Bytes.wrapOwned(new byte[StreamHeader.NONCE_BYTES])),
            nobody);
    StreamId id = header.id();
    SealedChunk chunk =
        new BatchSigner(header, nobody, 0)
            .seal(List.of(Bytes.wrapOwned(new byte[1])), true)
            .getFirst();
    var _ = new ChunkVerifier(header, SignatureVerifier.DIRECT).check(chunk);
    List<CastMessage> messages =
        List.of(
            new StreamMessage.HeaderAsk(id, Optional.empty()),
            new StreamMessage.HeaderAnswer(id, header),
            new StreamMessage.ChunkMessage(id, Route.NONE, chunk),
            new RelayMessage.Roster(id, 0, 0, List.of()),
            new RelayMessage.Progress(id, 0, 0));
    return messages.stream()
        .noneMatch(
            message -> CastCodec.decode(CastCodec.encode(message)) instanceof Decoded.Refused);
  }
}
