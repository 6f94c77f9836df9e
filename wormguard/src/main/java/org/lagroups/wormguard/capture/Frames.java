package org.lagroups.wormguard.capture;

import java.io.IOException;
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

  final CaptureSource source;
  final MemorySegment memory;
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

  Frames(CaptureSource source) {
    this.source = source;
    this.memory = source.memory();
    this.size = source.size();
  }

  /**
   * The frames in the bytes of a pcap or pcapng file. If the bytes are neither, there are none, and
   * {@link #damage()} says so at once.
   */
  public static Frames of(MemorySegment file) {
    return of(new MemorySource(file));
  }

  static Frames of(CaptureSource source) {
    try {
      return known(source);
    } catch (IOException e) {
      return new NoFrames(source, unreadable(e));
    }
  }

  /**
   * Goes on to the next frame.
   *
   * @return false if there is none: the file has ended, or {@link #damage()} says what else
   */
  public final boolean next() {
    try {
      if (damage != null || !advance()) {
        return false;
      }
    } catch (IOException e) {
      return damaged(position, unreadable(e));
    }
    count++;
    return true;
  }

  /**
   * Whether the next frame is in memory already, so that {@link #next()} leaves this one, and those
   * before it for which this held, where they are. Never wrong if it says so.
   */
  public final boolean isNextAtHand() {
    try {
      return damage == null && isAtHand();
    } catch (IOException _) {
      // To go on to it tells what is wrong.
      return false;
    }
  }

  /** Decodes this frame. */
  public final Decoded decode(PacketDecoder decoder, Packet into) {
    return decoder.decode(memory, offset, captured, wire, link, nanos, into);
  }

  /** Decodes this frame, and lets all that it holds be gone over. */
  public final Decoded open(PacketUnpacker unpacker) {
    return unpacker.open(memory, offset, captured, wire, link, nanos);
  }

  /** Where this frame lies, until the next one; always the same memory. */
  public final MemorySegment memory() {
    return memory;
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
  abstract boolean advance() throws IOException;

  /**
   * Whether all that {@link #advance()} looks at is in memory; it is let go on where that is so.
   */
  abstract boolean isAtHand() throws IOException;

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

  private static Frames known(CaptureSource source) throws IOException {
    if (source.size() < MAGIC_BYTES) {
      return new NoFrames(source, "the file is too short for a capture");
    }
    long magic = Octets.u32(source.memory(), source.bring(0, MAGIC_BYTES));
    if (magic == PcapngFrames.SECTION_HEADER) {
      return new PcapngFrames(source);
    }
    Optional<PcapFormat> format = PcapFormat.of(magic);
    return format.isPresent()
        ? new PcapFrames(source, format.get())
        : new NoFrames(source, "neither a pcap nor a pcapng file");
  }

  private static String unreadable(IOException why) {
    return "the file cannot be read: " + why.getMessage();
  }
}
