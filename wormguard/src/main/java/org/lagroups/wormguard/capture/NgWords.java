package org.lagroups.wormguard.capture;

import java.lang.foreign.MemorySegment;
import org.lagroups.wormguard.packet.Octets;

/** Numbers in a pcapng file, whose byte order each section chooses. */
final class NgWords {

  private final MemorySegment file;
  private boolean little;

  NgWords(MemorySegment file) {
    this.file = file;
  }

  void setLittleEndian(boolean little) {
    this.little = little;
  }

  int u8(long at) {
    return Octets.u8(file, at);
  }

  int u16(long at) {
    return little ? Octets.u16Little(file, at) : Octets.u16(file, at);
  }

  long u32(long at) {
    return little ? Octets.u32Little(file, at) : Octets.u32(file, at);
  }

  long bits64(long at) {
    return little ? u32(at + 4) << 32 | u32(at) : Octets.bits64(file, at);
  }
}
