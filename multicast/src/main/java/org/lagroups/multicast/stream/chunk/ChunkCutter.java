package org.lagroups.multicast.stream.chunk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.stream.StreamHeader;
import org.lagroups.multicast.stream.StreamMode;

/**
 * Cuts a stream's bytes into the payloads of its chunks. Not for several threads at once.
 *
 * <p>In file mode each has the header's chunk length. In live mode an MPEG transport stream
 * (ISO/IEC 13818-1) is recognised by its sync bytes, and cut between its packets: so a receiver
 * that joins late, or loses a chunk, has whole packets. Where the sync is lost, what belongs to no
 * packet is passed on in a chunk of its own.
 */
public final class ChunkCutter {

  /** Length of a packet of an MPEG transport stream in bytes. */
  public static final int TS_PACKET_BYTES = 188;

  private static final byte TS_SYNC = 0x47;

  /** So many sync bytes at a packet's distance are no accident. */
  private static final int ENOUGH_SYNCS = 3;

  private final boolean isExact;
  private final boolean mayBeTs;
  private final int limit;
  private boolean isTs;
  private byte[] buffer;
  private int filled;

  /** For a stream that begins, or goes on at the beginning of a chunk. */
  public ChunkCutter(StreamHeader header) {
    int wholePackets = header.chunkBytes() / TS_PACKET_BYTES;
    this.isExact = header.mode() == StreamMode.FILE;
    this.mayBeTs = !isExact && wholePackets > 0;
    this.limit = mayBeTs ? wholePackets * TS_PACKET_BYTES : header.chunkBytes();
    this.buffer = new byte[limit];
  }

  /**
   * Takes the next bytes.
   *
   * @return the payloads that are complete now
   */
  public List<Bytes> add(byte[] input, int from, int length) {
    Objects.checkFromIndexSize(from, length, input.length);
    List<Bytes> payloads = new ArrayList<>();
    int taken = 0;
    while (taken < length) {
      int piece = Math.min(limit - filled, length - taken);
      System.arraycopy(input, from + taken, buffer, filled, piece);
      filled += piece;
      taken += piece;
      if (filled == limit) {
        payloads.add(take(mayBeTs ? borderWithin() : limit));
      }
    }
    return payloads;
  }

  /**
   * What can go before a chunk is full, because it has waited long enough.
   *
   * @return a payload; empty if there is nothing but perhaps a part of a packet, and in file mode
   */
  public Bytes flush() {
    if (isExact) {
      return Bytes.EMPTY;
    }
    return take(mayBeTs ? borderWithin() : filled);
  }

  /** All that is left at the end of the input; may be empty. */
  public Bytes finish() {
    return take(filled);
  }

  /** How many bytes wait for their chunk to be full. */
  public int waitingBytes() {
    return filled;
  }

  /** Up to where the buffer can be cut: above 0 if it is full. */
  private int borderWithin() {
    int syncs = syncsFrom(0);
    boolean isAllSync = syncs * TS_PACKET_BYTES >= filled;
    if (syncs >= ENOUGH_SYNCS || (isAllSync && (isTs || filled == limit))) {
      isTs |= syncs >= ENOUGH_SYNCS;
      return Math.min(syncs, filled / TS_PACKET_BYTES) * TS_PACKET_BYTES;
    }
    for (int at = 1; at < filled; at++) {
      if (syncsFrom(at) >= ENOUGH_SYNCS) {
        return at;
      }
    }
    return filled;
  }

  /** How many sync bytes are at a packet's distance from each other. */
  private int syncsFrom(int start) {
    int syncs = 0;
    for (int at = start; at < filled && buffer[at] == TS_SYNC; at += TS_PACKET_BYTES) {
      syncs++;
    }
    return syncs;
  }

  private Bytes take(int length) {
    if (length == 0) {
      return Bytes.EMPTY;
    }
    byte[] payload = buffer;
    if (length == limit) {
      buffer = new byte[limit];
    } else {
      payload = Arrays.copyOf(buffer, length);
      System.arraycopy(buffer, length, buffer, 0, filled - length);
    }
    filled -= length;
    return Bytes.wrapOwned(payload);
  }
}
