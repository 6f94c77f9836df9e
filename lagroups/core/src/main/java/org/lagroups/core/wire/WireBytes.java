package org.lagroups.core.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import com.google.protobuf.UnsafeByteOperations;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** Our bytes and IDs as Protocol Buffers has them, and back. */
final class WireBytes {

  private WireBytes() {}

  static ByteString wire(Bytes bytes) {
    // A copy that is written as it is costs less than a view of it.
    return UnsafeByteOperations.unsafeWrap(bytes.toArray());
  }

  static Bytes bytes(ByteString wire) {
    return wire.isEmpty() ? Bytes.EMPTY : Bytes.wrapOwned(wire.toByteArray());
  }

  static Bytes encoded(MessageLite message) {
    return Bytes.wrapOwned(message.toByteArray());
  }

  static NodeId nodeId(ByteString wire) throws DecodingException {
    check(wire.size() == NodeId.LENGTH);
    return new NodeId(bytes(wire));
  }

  static GroupId groupId(ByteString wire) throws DecodingException {
    check(wire.size() == GroupId.LENGTH);
    return new GroupId(bytes(wire));
  }

  /** Refuses a value that is out of its range. */
  static void check(boolean inRange) throws DecodingException {
    if (!inRange) {
      throw new DecodingException(Refusal.OUT_OF_RANGE);
    }
  }
}
