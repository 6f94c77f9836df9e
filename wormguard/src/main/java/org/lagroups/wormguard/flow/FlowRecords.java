package org.lagroups.wormguard.flow;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** What is kept of each flow, outside of the heap, at a fixed size. */
final class FlowRecords {

  static final int BYTES = 128;

  /** A cache line: what each packet's search looks at is within the first one of a record. */
  private static final int ALIGNMENT = 64;

  static final int CLIENT_HIGH = 0;
  static final int CLIENT_LOW = 8;
  static final int SERVER_HIGH = 16;
  static final int SERVER_LOW = 24;
  static final int KIND = 32;
  static final int HASH = 40;
  static final int CLIENT_PORT = 44;
  static final int SERVER_PORT = 46;
  static final int BEFORE = 48;
  static final int AFTER = 52;
  static final int MARKS = 56;
  static final int LIST = 58;

  static final int ID = 64;
  static final int FIRST_NANOS = 72;
  static final int LAST_NANOS = 80;

  /** Two numbers of 4 bytes: the client's, the server's. */
  static final int INITIAL = 88;

  /** Two again: the number that each side has to send next, as far as the other one knows. */
  static final int NEXT = 96;

  /** Two again: packets from the client, from the server. */
  static final int PACKET_COUNT = 104;

  /** Two numbers of 8 bytes: how much these were. */
  static final int BYTE_COUNT = 112;

  private final MemorySegment memory;

  FlowRecords(int count) {
    memory = Arena.ofAuto().allocate((long) count * BYTES, ALIGNMENT);
  }

  long bytes() {
    return memory.byteSize();
  }

  long getLong(int flow, int field) {
    return memory.get(JAVA_LONG, at(flow, field));
  }

  void putLong(int flow, int field, long value) {
    memory.set(JAVA_LONG, at(flow, field), value);
  }

  int getInt(int flow, int field) {
    return memory.get(JAVA_INT, at(flow, field));
  }

  void putInt(int flow, int field, int value) {
    memory.set(JAVA_INT, at(flow, field), value);
  }

  int getShort(int flow, int field) {
    return Short.toUnsignedInt(memory.get(JAVA_SHORT, at(flow, field)));
  }

  void putShort(int flow, int field, int value) {
    memory.set(JAVA_SHORT, at(flow, field), (short) value);
  }

  FlowList list(int flow) {
    return FlowList.at(memory.get(JAVA_BYTE, at(flow, LIST)));
  }

  void setList(int flow, FlowList list) {
    memory.set(JAVA_BYTE, at(flow, LIST), (byte) list.index());
  }

  /** Whether a key is of a flow, and goes this way. */
  boolean goes(int flow, FlowKey key, Direction way) {
    boolean toServer = way == Direction.TO_SERVER;
    return getLong(flow, KIND) == key.kind
        && getShort(flow, CLIENT_PORT) == (toServer ? key.sourcePort : key.destinationPort)
        && getShort(flow, SERVER_PORT) == (toServer ? key.destinationPort : key.sourcePort)
        && getLong(flow, CLIENT_LOW) == (toServer ? key.sourceLow : key.destinationLow)
        && getLong(flow, SERVER_LOW) == (toServer ? key.destinationLow : key.sourceLow)
        && getLong(flow, CLIENT_HIGH) == (toServer ? key.sourceHigh : key.destinationHigh)
        && getLong(flow, SERVER_HIGH) == (toServer ? key.destinationHigh : key.sourceHigh);
  }

  void putKey(int flow, FlowKey key, Direction way) {
    boolean toServer = way == Direction.TO_SERVER;
    putLong(flow, KIND, key.kind);
    putLong(flow, CLIENT_HIGH, toServer ? key.sourceHigh : key.destinationHigh);
    putLong(flow, CLIENT_LOW, toServer ? key.sourceLow : key.destinationLow);
    putLong(flow, SERVER_HIGH, toServer ? key.destinationHigh : key.sourceHigh);
    putLong(flow, SERVER_LOW, toServer ? key.destinationLow : key.sourceLow);
    putShort(flow, CLIENT_PORT, toServer ? key.sourcePort : key.destinationPort);
    putShort(flow, SERVER_PORT, toServer ? key.destinationPort : key.sourcePort);
  }

  private static long at(int flow, int field) {
    return (long) flow * BYTES + field;
  }
}
