package org.lagroups.multicast.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import org.lagroups.core.crypto.Signature;
import org.lagroups.machine.Bytes;

/** What all bodies need. */
final class Fields {

  private Fields() {}

  static ByteString wrap(Bytes bytes) {
    return UnsafeByteOperations.unsafeWrap(bytes.asReadOnlyBuffer());
  }

  static Bytes bytes(ByteString string) {
    return Bytes.wrapOwned(string.toByteArray());
  }

  static Signature signature(ByteString string) throws Unreadable {
    check(string.size() == Signature.LENGTH, WireRefusal.BAD_PROOF);
    return new Signature(bytes(string));
  }

  static void check(boolean condition, WireRefusal otherwise) throws Unreadable {
    if (!condition) {
      throw new Unreadable(otherwise);
    }
  }
}
