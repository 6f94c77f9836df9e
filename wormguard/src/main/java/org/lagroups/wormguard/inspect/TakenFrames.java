package org.lagroups.wormguard.inspect;

import java.lang.foreign.MemorySegment;
import org.lagroups.wormguard.flow.FlowGuesses;
import org.lagroups.wormguard.flow.FlowNotes;
import org.lagroups.wormguard.flow.FlowTable;
import org.lagroups.wormguard.packet.Checksums;
import org.lagroups.wormguard.packet.Decoded;
import org.lagroups.wormguard.packet.LinkType;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.packet.PacketDecoder;

/**
 * Frames that wait to be judged, in the order in which they came: decoded, their checksums looked
 * at, their flows guessed.
 */
final class TakenFrames {

  /** The most frames. */
  static final int MOST = 64;

  private static final int BEFORE_FIRST = -1;

  private final PacketDecoder decoder;
  private final boolean verifiesChecksums;
  private final FlowGuesses guesses;
  private final FlowNotes notes;
  private final KeptStreams streams;
  private final Packet[] packets = new Packet[MOST];
  private final Decoded[] decoded = new Decoded[MOST];
  private final boolean[] areDamaged = new boolean[MOST];
  private int size;
  private int current = BEFORE_FIRST;

  /** What was read; without it the compiler would leave out the reading. */
  @SuppressWarnings("UnusedVariable")
  private long read;

  /**
   * None yet.
   *
   * @param notes of the table's flows
   */
  TakenFrames(
      PacketDecoder decoder,
      boolean verifiesChecksums,
      FlowTable flows,
      FlowNotes notes,
      KeptStreams streams) {
    this.notes = notes;
    this.streams = streams;
    this.decoder = decoder;
    this.verifiesChecksums = verifiesChecksums;
    this.guesses = flows.guesses(MOST);
    for (int i = 0; i < MOST; i++) {
      packets[i] = new Packet();
    }
  }

  boolean hasRoom() {
    return size < MOST || !hasNext();
  }

  /** Whether there are frames that were not turned to yet. */
  boolean hasNext() {
    return current + 1 < size;
  }

  /** Takes a frame; the parameters are those of {@link PacketDecoder#decode}. */
  void take(MemorySegment frame, long offset, int captured, int wire, LinkType link, long nanos) {
    if (!hasNext()) {
      size = 0;
      current = BEFORE_FIRST;
    } else if (size == MOST) {
      throw new IllegalStateException("no room for another frame");
    }
    Packet packet = packets[size];
    Decoded what = decoder.decode(frame, offset, captured, wire, link, nanos, packet);
    decoded[size] = what;
    areDamaged[size] = verifiesChecksums && Checksums.isAnyBad(packet, what);
    guesses.take(size, packet);
    size++;
  }

  /** Turns to the next frame. */
  void next() {
    if (!hasNext()) {
      throw new IllegalStateException("no frame was taken");
    }
    if (current == BEFORE_FIRST && size > 1) {
      readAhead();
    }
    current++;
  }

  /** This frame's own packet. */
  Packet packet() {
    return packets[current];
  }

  /** What came of decoding it. */
  Decoded decoded() {
    return decoded[current];
  }

  /** Whether it has a wrong checksum, if they are verified. */
  boolean isDamaged() {
    return areDamaged[current];
  }

  /** Lets the table see it. */
  int seenBy(FlowTable flows) {
    return flows.see(packets[current], guesses, current);
  }

  private void readAhead() {
    guesses.guess(size);
    long all = 0;
    for (int i = 0; i < size; i++) {
      all ^= notes.touch(guesses.flow(i));
    }
    for (int i = 0; i < size; i++) {
      int stream = guesses.stream(i);
      all ^= streams.touch(packets[i].payloadLength() > 0 ? stream : 0);
    }
    read = all;
  }
}
