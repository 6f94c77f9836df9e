package org.lagroups.wormguard.packet;

import java.lang.foreign.MemorySegment;

/**
 * Fields of a packet's TCP header (RFC 9293). They are read at once: each packet of a flow is asked
 * for most of them, several times.
 */
public final class TcpHeader {

  /** The flags, as bits of {@link #flags()}. */
  public static final int FIN = 1;

  public static final int SYN = 2;
  public static final int RST = 4;
  public static final int PSH = 8;
  public static final int ACK = 16;
  public static final int URG = 32;
  public static final int ECE = 64;
  public static final int CWR = 128;

  private static final int NUMBERS_AT = 4;
  private static final int REST_AT = 12;
  private static final int LENGTH_BITS = 4;
  private static final int FLAG_BITS = 8;

  /** Sequence number and acknowledgement number. */
  private long numbers;

  /** From the header's length to the urgent pointer. */
  private long rest;

  TcpHeader() {}

  /** Sequence number of the first byte: 0 to 2^32 - 1. */
  public long sequence() {
    return numbers >>> Integer.SIZE;
  }

  /** Acknowledgement number: 0 to 2^32 - 1. */
  public long acknowledgement() {
    return numbers & 0xffff_ffffL;
  }

  /** Bytes of the header with its options: 20–60. */
  public int length() {
    return (int) (rest >>> (Long.SIZE - LENGTH_BITS)) << 2;
  }

  /** Eight flags, as in {@link #SYN}. */
  public int flags() {
    return (int) (rest >>> (Long.SIZE - 2 * FLAG_BITS)) & 0xff;
  }

  /** Window, not scaled: 0–65535. */
  public int window() {
    return (int) (rest >>> Integer.SIZE) & 0xffff;
  }

  /** Urgent pointer: 0–65535. */
  public int urgentPointer() {
    return (int) rest & 0xffff;
  }

  /** Reads a header of at least 20 bytes. */
  void read(MemorySegment frame, long at) {
    numbers = Octets.bits64(frame, at + NUMBERS_AT);
    rest = Octets.bits64(frame, at + REST_AT);
  }
}
