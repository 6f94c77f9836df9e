package org.lagroups.multicast.stream;

import java.util.OptionalLong;
import java.util.Random;
import org.lagroups.core.crypto.Identity;
import org.lagroups.machine.Bytes;

/** Streams for tests. */
public final class Streams {

  /** Who publishes them. */
  public static final Identity PUBLISHER = Identity.generate(new Random(1));

  private Streams() {}

  /** The header of a file. */
  public static SignedHeader file(int chunkBytes, long lengthBytes) {
    return signed(StreamMode.FILE, chunkBytes, OptionalLong.of(lengthBytes));
  }

  /** The header of a live stream. */
  public static SignedHeader live(int chunkBytes) {
    return signed(StreamMode.LIVE, chunkBytes, OptionalLong.empty());
  }

  /** The header of a file of which nobody knows yet how long it will be. */
  public static SignedHeader growing(int chunkBytes) {
    return signed(StreamMode.FILE, chunkBytes, OptionalLong.empty());
  }

  private static SignedHeader signed(StreamMode mode, int chunkBytes, OptionalLong lengthBytes) {
    return SignedHeader.sign(
        new StreamHeader(
            PUBLISHER.publicIdentity(),
            "Größe & Würde",
            mode,
            chunkBytes,
            lengthBytes,
            1_800_000_000_000L,
            Bytes.fromHex("0c".repeat(StreamHeader.NONCE_BYTES))),
        PUBLISHER);
  }
}
