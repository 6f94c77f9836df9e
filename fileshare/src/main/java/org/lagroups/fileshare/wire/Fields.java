package org.lagroups.fileshare.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import com.google.protobuf.UnsafeByteOperations;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.machine.Bytes;

/** What both codecs need. */
final class Fields {

  private Fields() {}

  static ByteString wrap(Bytes bytes) {
    return UnsafeByteOperations.unsafeWrap(bytes.asReadOnlyBuffer());
  }

  static Bytes bytes(ByteString string) {
    return Bytes.wrapOwned(string.toByteArray());
  }

  static Bytes encoded(Message message) {
    return Bytes.wrapOwned(message.toByteArray());
  }

  static MerkleRoot root(ByteString hash) throws Unreadable {
    check(hash.size() == MerkleRoot.LENGTH, WireRefusal.BAD_HASH);
    return new MerkleRoot(bytes(hash));
  }

  static void check(boolean condition, WireRefusal otherwise) throws Unreadable {
    if (!condition) {
      throw new Unreadable(otherwise);
    }
  }
}
