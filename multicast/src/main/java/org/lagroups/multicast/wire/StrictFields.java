package org.lagroups.multicast.wire;

import org.lagroups.machine.Bytes;

/**
 * Reads a protobuf message that has to be in its canonical encoding: fields in the order of their
 * numbers, none that says nothing, numbers as short as can be. The caller asks for all fields in
 * that order, then for the end. What is read once this way need not be encoded again to be
 * compared, which would cost more than all else with chunks.
 */
final class StrictFields {

  private static final int VARINT = 0;
  private static final int LENGTH_DELIMITED = 2;
  private static final int MAX_VARINT_BYTES = 10;

  private final Bytes encoded;
  private int at;

  StrictFields(Bytes encoded, int from) {
    this.encoded = encoded;
    this.at = from;
  }

  /** A number that may have any 64 bits; 0 if the field is not there. */
  long number(int field) throws Unreadable {
    if (!isNext(field, VARINT)) {
      return 0;
    }
    long value = varint();
    Fields.check(value != 0, WireRefusal.MALFORMED);
    return value;
  }

  /** A number of an unsigned 32-bit field; negative if greater than any int. */
  int smallNumber(int field) throws Unreadable {
    long value = number(field);
    Fields.check(value >>> Integer.SIZE == 0, WireRefusal.MALFORMED);
    return (int) value;
  }

  boolean flag(int field) throws Unreadable {
    long value = number(field);
    Fields.check(value == 0 || value == 1, WireRefusal.MALFORMED);
    return value == 1;
  }

  /** Bytes; none if the field is not there. */
  Bytes bytes(int field) throws Unreadable {
    if (!isNext(field, LENGTH_DELIMITED)) {
      return Bytes.EMPTY;
    }
    int length = length();
    Fields.check(length > 0, WireRefusal.MALFORMED);
    at += length;
    return encoded.slice(at - length, at);
  }

  /** Goes into a message that is the last field of this one, and has to be there. */
  void enterLast(int field) throws Unreadable {
    Fields.check(isNext(field, LENGTH_DELIMITED), WireRefusal.MALFORMED);
    int length = length();
    Fields.check(length == encoded.length() - at, WireRefusal.MALFORMED);
  }

  void end() throws Unreadable {
    Fields.check(at == encoded.length(), WireRefusal.MALFORMED);
  }

  private boolean isNext(int field, int type) {
    if (at < encoded.length() && encoded.at(at) == tag(field, type)) {
      at++;
      return true;
    }
    return false;
  }

  private int length() throws Unreadable {
    long length = varint();
    Fields.check(length >= 0 && length <= encoded.length() - at, WireRefusal.MALFORMED);
    return (int) length;
  }

  private long varint() throws Unreadable {
    long value = 0;
    for (int i = 0; i < MAX_VARINT_BYTES && at < encoded.length(); i++) {
      byte next = encoded.at(at++);
      value |= (next & 0x7fL) << (7 * i);
      if (next >= 0) {
        boolean isShortest = next != 0 || i == 0;
        boolean fits = i < MAX_VARINT_BYTES - 1 || next == 1;
        Fields.check(isShortest && fits, WireRefusal.MALFORMED);
        return value;
      }
    }
    throw new Unreadable(WireRefusal.MALFORMED);
  }

  /** The tag of a field below 16, a single byte. */
  static byte tag(int field, int type) {
    return (byte) (field << 3 | type);
  }
}
