package org.lagroups.wormguard.capture;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.wormguard.packet.Decoded;
import org.lagroups.wormguard.packet.LinkType;
import org.lagroups.wormguard.packet.Octets;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.packet.PacketDecoder;
import org.lagroups.wormguard.packet.fragment.PacketUnpacker;

/**
 * The frames of a capture file, one after another.
 *
 * <pre>{@code
 * while (frames.next()) {
 *   Decoded decoded = frames.decode(decoder, packet);
 * }
 * frames.damage().ifPresent(...);
 * }</pre>
 *
 * <p>Nothing that stands in the file makes this throw.
 */
public abstract sealed class Frames permits PcapFrames, PcapngFrames, NoFrames {

  /**
   * The most bytes of a frame: what libpcap itself takes at most. A record that announces more is
   * damage.
   */
  public static final int MAX_FRAME_BYTES = 262_144;

  /** The latest time that a pcap file can tell, in whole seconds since 1970: in the year 2106. */
  static final long MAX_SECONDS = 0xffff_ffffL;

  static final long NANOS_PER_SECOND = 1_000_000_000L;

  private static final int MAGIC_BYTES = 4;

  final MemorySegment file;
  final long size;

  /** Where the next record or block begins. */
  long position;

  long offset;
  int captured;
  int wire;
  LinkType link = LinkType.OTHER;
  long nanos;

  private long count;
  private @Nullable Damage damage;

  Frames(MemorySegment file) {
    this.file = file;
    this.size = file.byteSize();
  }

  /**
   * The frames in the bytes of a pcap or pcapng file. If the bytes are neither, there are none, and
   * {@link #damage()} says so at once.
   */
  public static Frames of(MemorySegment file) {
    if (file.byteSize() < MAGIC_BYTES) {
      return new NoFrames(file, "the file is too short for a capture");
    }
    long magic = Octets.u32(file, 0);
    if (magic == PcapngFrames.SECTION_HEADER) {
      return new PcapngFrames(file);
    }
    return PcapFormat.of(magic)
        .<Frames>map(format -> new PcapFrames(file, format))
        .orElseGet(() -> new NoFrames(file, "neither a pcap nor a pcapng file"));
  }

  /**
   * Goes on to the next frame.
   *
   * @return false if there is none: the file has ended, or {@link #damage()} says what else
   */
  public final boolean next() {
    if (damage != null || !advance()) {
      return false;
    }
    count++;
    return true;
  }

  /** Decodes this frame. */
  public final Decoded decode(PacketDecoder decoder, Packet into) {
    return decoder.decode(file, offset, captured, wire, link, nanos, into);
  }

  /** Decodes this frame, and lets all that it holds be gone over. */
  public final Decoded open(PacketUnpacker unpacker) {
    return unpacker.open(file, offset, captured, wire, link, nanos);
  }

  /** The memory of the whole file. */
  public final MemorySegment memory() {
    return file;
  }

  /** Where this frame begins in {@link #memory()}. */
  public final long offset() {
    return offset;
  }

  /** How many bytes of this frame the file has: 0–{@value #MAX_FRAME_BYTES}. */
  public final int capturedLength() {
    return captured;
  }

  /** How many bytes it had on the wire; not less than the file has. */
  public final int wireLength() {
    return wire;
  }

  /** What this frame begins with. */
  public final LinkType link() {
    return link;
  }

  /**
   * When it was captured, in nanoseconds since 1970, up to the year 2106; later times are taken for
   * that. A frame whose record has no time has that of the one before.
   */
  public final long nanos() {
    return nanos;
  }

  /** How many frames there were so far. */
  public final long count() {
    return count;
  }

  /** How many bytes of the file have been gone through, for showing progress. */
  public final long position() {
    return position;
  }

  /** What ended the frames before the end of the file, if something did. */
  public final Optional<Damage> damage() {
    return Optional.ofNullable(damage);
  }

  /** Finds the next frame and sets its fields, or sets the damage, or says that the file ended. */
  abstract boolean advance();

  /** Ends the frames. Returns false, for {@link #advance()} to return. */
  final boolean damaged(long at, String what) {
    damage = new Damage(at, what);
    return false;
  }

  /** Sets the lengths, as a record announces them; what its wire length says may be nonsense. */
  final void setLengths(long capturedBytes, long wireBytes) {
    captured = (int) capturedBytes;
    wire = Math.clamp(wireBytes, captured, Integer.MAX_VALUE);
  }
}
