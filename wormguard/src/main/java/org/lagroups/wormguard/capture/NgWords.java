package org.lagroups.wormguard.capture;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import org.lagroups.wormguard.packet.Octets;

/** Numbers in a pcapng file, whose byte order each section chooses. */
final class NgWords {

  private final CaptureSource source;
  private final MemorySegment memory;
  private boolean little;

  NgWords(CaptureSource source) {
    this.source = source;
    this.memory = source.memory();
  }

  void setLittleEndian(boolean little) {
    this.little = little;
  }

  int u8(long at) throws IOException {
    return Octets.u8(memory, source.bring(at, 1));
  }

  int u16(long at) throws IOException {
    long place = source.bring(at, Short.BYTES);
    return little ? Octets.u16Little(memory, place) : Octets.u16(memory, place);
  }

  long u32(long at) throws IOException {
    long place = source.bring(at, Integer.BYTES);
    return little ? Octets.u32Little(memory, place) : Octets.u32(memory, place);
  }

  long bits64(long at) throws IOException {
    return little
        ? u32(at + 4) << 32 | u32(at)
        : Octets.bits64(memory, source.bring(at, Long.BYTES));
  }
}
