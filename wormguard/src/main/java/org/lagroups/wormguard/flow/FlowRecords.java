package org.lagroups.wormguard.flow;

import java.util.Arrays;

/**
 * What is kept of each flow, at a fixed size. An array is read faster than memory outside of the
 * heap. What each packet touches of a record comes first, and the last 16 bytes are for few: so it
 * lies in two cache lines behind an array's header of 16 bytes.
 */
final class FlowRecords {

  static final int BYTES = 128;

  /** The {@link #ID} that a slot has which is free. */
  static final long NO_FLOW = 0;

  /** The way that a key goes of a flow that it is not of. */
  static final int NEITHER = -1;

  private static final int WORDS = BYTES / Long.BYTES;
  private static final int BYTE_BITS = 0xff;
  private static final int SHORT_BITS = 0xffff;
  private static final long INT_BITS = 0xffff_ffffL;

  // Places in bytes; no field lies across two words.
  static final int CLIENT_HIGH = 0;
  static final int CLIENT_LOW = 8;
  static final int SERVER_HIGH = 16;
  static final int SERVER_LOW = 24;
  static final int KIND = 32;
  static final int LAST_NANOS = 40;
  static final int HASH = 48;
  static final int CLIENT_PORT = 52;
  static final int SERVER_PORT = 54;
  static final int MARKS = 56;

  /** The number of a list; and whether the flow has spoken since it was put there, and when. */
  static final int LIST = 58;

  static final int SPOKEN = 59;
  static final int LISTED = 60;

  /** Two numbers of 4 bytes: that each side has to send next, as far as the other one knows. */
  static final int NEXT = 64;

  /** Two again: packets from the client, from the server. */
  static final int PACKET_COUNT = 72;

  /** Two numbers of 8 bytes: how much these were. */
  static final int BYTE_COUNT = 80;

  /** Two numbers of 4 bytes: those of the SYNs. */
  static final int INITIAL = 96;

  static final int ID = 104;
  static final int FIRST_NANOS = 112;

  /** The flows on both sides in the list. */
  static final int BEFORE = 120;

  static final int AFTER = 124;

  private final long[] words;

  FlowRecords(int count) {
    words = new long[count * WORDS];
  }

  long bytes() {
    return (long) words.length * Long.BYTES;
  }

  long getLong(int flow, int field) {
    return words[at(flow, field)];
  }

  void putLong(int flow, int field, long value) {
    words[at(flow, field)] = value;
  }

  int getInt(int flow, int field) {
    return (int) (words[at(flow, field)] >>> shift(field));
  }

  void putInt(int flow, int field, int value) {
    put(flow, field, value, INT_BITS);
  }

  int getShort(int flow, int field) {
    return getInt(flow, field) & SHORT_BITS;
  }

  void putShort(int flow, int field, int value) {
    put(flow, field, value, SHORT_BITS);
  }

  FlowList list(int flow) {
    return FlowList.at(getInt(flow, LIST) & BYTE_BITS);
  }

  void setList(int flow, FlowList list) {
    put(flow, LIST, list.index(), BYTE_BITS);
  }

  boolean hasSpoken(int flow) {
    return (getInt(flow, SPOKEN) & BYTE_BITS) != 0;
  }

  void setSpoken(int flow, boolean isSo) {
    put(flow, SPOKEN, isSo ? 1 : 0, BYTE_BITS);
  }

  /** Reads of both cache lines of a record, so that they are there when they are needed. */
  long touch(int flow) {
    return getLong(flow, KIND) ^ getLong(flow, NEXT);
  }

  /** The hash of a flow and its ports, as they lie side by side. */
  static long hashAndPorts(int hash, int clientPort, int serverPort) {
    return Integer.toUnsignedLong(hash)
        | (long) clientPort << shift(CLIENT_PORT)
        | (long) serverPort << shift(SERVER_PORT);
  }

  /**
   * Which way a key goes of a flow, as {@link Direction#index}; {@link #NEITHER} if it is not of
   * it. Without a branch, so that many are compared at once.
   */
  int way(int flow, FlowKey key) {
    long kind = getLong(flow, KIND) ^ key.kind;
    long hashAndPorts = getLong(flow, HASH);
    long clientHigh = getLong(flow, CLIENT_HIGH);
    long clientLow = getLong(flow, CLIENT_LOW);
    long serverHigh = getLong(flow, SERVER_HIGH);
    long serverLow = getLong(flow, SERVER_LOW);
    long toServer =
        kind
            | (hashAndPorts ^ key.ofClientAtSource)
            | (clientHigh ^ key.sourceHigh)
            | (clientLow ^ key.sourceLow)
            | (serverHigh ^ key.destinationHigh)
            | (serverLow ^ key.destinationLow);
    long toClient =
        kind
            | (hashAndPorts ^ key.ofClientAtDestination)
            | (clientHigh ^ key.destinationHigh)
            | (clientLow ^ key.destinationLow)
            | (serverHigh ^ key.sourceHigh)
            | (serverLow ^ key.sourceLow);
    int other = toClient == 0 ? Direction.TO_CLIENT.index() : NEITHER;
    return toServer == 0 ? Direction.TO_SERVER.index() : other;
  }

  /** A flow of which there is nothing yet but its key, and which way that goes. */
  void begin(int flow, FlowKey key, Direction way, long now) {
    Arrays.fill(words, at(flow, 0), at(flow + 1, 0), 0);
    putKey(flow, key, way);
    putLong(flow, FIRST_NANOS, now);
    putLong(flow, LAST_NANOS, now);
  }

  private void putKey(int flow, FlowKey key, Direction way) {
    boolean toServer = way == Direction.TO_SERVER;
    putLong(flow, KIND, key.kind);
    putLong(flow, CLIENT_HIGH, toServer ? key.sourceHigh : key.destinationHigh);
    putLong(flow, CLIENT_LOW, toServer ? key.sourceLow : key.destinationLow);
    putLong(flow, SERVER_HIGH, toServer ? key.destinationHigh : key.sourceHigh);
    putLong(flow, SERVER_LOW, toServer ? key.destinationLow : key.sourceLow);
    putLong(flow, HASH, toServer ? key.ofClientAtSource : key.ofClientAtDestination);
  }

  private void put(int flow, int field, long value, long bits) {
    int at = at(flow, field);
    int shift = shift(field);
    words[at] = (words[at] & ~(bits << shift)) | ((value & bits) << shift);
  }

  private static int at(int flow, int field) {
    return flow * WORDS + (field >> 3);
  }

  private static int shift(int field) {
    return (field & 7) << 3;
  }
}
