package org.lagroups.multicast.stream;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.wire.proto.HeaderMessage;

/** Headers to bytes and back. There is exactly one encoding of a header; others are refused. */
public final class HeaderCodec {

  /** The longest encoding of a header in bytes. */
  public static final int MAX_BYTES = 640;

  private HeaderCodec() {}

  /** The encoding of a header. */
  public static Bytes encode(StreamHeader header) {
    HeaderMessage.Builder message =
        HeaderMessage.newBuilder()
            .setEd25519(wrap(header.publisher().ed25519()))
            .setBls(wrap(header.publisher().bls()))
            .setTitle(header.title())
            .setMode(toMessage(header.mode()))
            .setChunkBytes(header.chunkBytes())
            .setCreatedMillis(header.createdMillis())
            .setNonce(wrap(header.nonce()));
    header.lengthBytes().ifPresent(message::setLengthBytes);
    return Bytes.wrapOwned(message.build().toByteArray());
  }

  /** Reads what may be a header; never throws. */
  public static DecodedHeader decode(Bytes encoded) {
    if (encoded.length() > MAX_BYTES) {
      return refused(HeaderRefusal.TOO_LONG);
    }
    HeaderMessage message;
    try {
      message = HeaderMessage.parseFrom(wrap(encoded));
    } catch (InvalidProtocolBufferException e) {
      return refused(HeaderRefusal.MALFORMED);
    }
    HeaderRefusal refusal = problemOf(message);
    if (refusal != null) {
      return refused(refusal);
    }
    StreamHeader header = toHeader(message);
    return encode(header).equals(encoded)
        ? new DecodedHeader.Accepted(header)
        : refused(HeaderRefusal.MALFORMED);
  }

  private static @Nullable HeaderRefusal problemOf(HeaderMessage message) {
    if (message.getEd25519().size() != PublicIdentity.ED25519_LENGTH
        || message.getBls().size() != PublicIdentity.BLS_LENGTH) {
      return HeaderRefusal.BAD_KEYS;
    }
    if (!StreamHeader.isTitle(message.getTitle())) {
      return HeaderRefusal.BAD_TITLE;
    }
    if (message.getMode() != HeaderMessage.Mode.LIVE
        && message.getMode() != HeaderMessage.Mode.FILE) {
      return HeaderRefusal.BAD_MODE;
    }
    if (!StreamHeader.isChunkLength(message.getChunkBytes())
        || !StreamHeader.isLength(message.getLengthBytes())
        || (message.hasLengthBytes() && message.getMode() == HeaderMessage.Mode.LIVE)) {
      return HeaderRefusal.BAD_LENGTH;
    }
    if (message.getCreatedMillis() < 0) {
      return HeaderRefusal.BAD_TIME;
    }
    return message.getNonce().size() == StreamHeader.NONCE_BYTES ? null : HeaderRefusal.BAD_NONCE;
  }

  private static StreamHeader toHeader(HeaderMessage message) {
    return new StreamHeader(
        new PublicIdentity(bytes(message.getEd25519()), bytes(message.getBls())),
        message.getTitle(),
        message.getMode() == HeaderMessage.Mode.LIVE ? StreamMode.LIVE : StreamMode.FILE,
        message.getChunkBytes(),
        message.hasLengthBytes() ? OptionalLong.of(message.getLengthBytes()) : OptionalLong.empty(),
        message.getCreatedMillis(),
        bytes(message.getNonce()));
  }

  private static HeaderMessage.Mode toMessage(StreamMode mode) {
    return switch (mode) {
      case LIVE -> HeaderMessage.Mode.LIVE;
      case FILE -> HeaderMessage.Mode.FILE;
    };
  }

  private static DecodedHeader refused(HeaderRefusal reason) {
    return new DecodedHeader.Refused(reason);
  }

  private static ByteString wrap(Bytes bytes) {
    return UnsafeByteOperations.unsafeWrap(bytes.asReadOnlyBuffer());
  }

  private static Bytes bytes(ByteString string) {
    return Bytes.wrapOwned(string.toByteArray());
  }
}
