package org.lagroups.wormguard.capture;

import java.util.Arrays;
import java.util.Optional;

/** The four ways to write a pcap file, told apart by its first four bytes. */
enum PcapFormat {
  MICROS(0xa1b2c3d4L, false, 1_000),
  MICROS_LITTLE(0xd4c3b2a1L, true, 1_000),
  NANOS(0xa1b23c4dL, false, 1),
  NANOS_LITTLE(0x4d3cb2a1L, true, 1);

  private final long magic;
  private final boolean little;
  private final long nanosPerUnit;

  PcapFormat(long magic, boolean little, long nanosPerUnit) {
    this.magic = magic;
    this.little = little;
    this.nanosPerUnit = nanosPerUnit;
  }

  /** The format that begins with four bytes, read as a big-endian number. */
  static Optional<PcapFormat> of(long magic) {
    return Arrays.stream(values()).filter(format -> format.magic == magic).findFirst();
  }

  long magic() {
    return magic;
  }

  boolean isLittleEndian() {
    return little;
  }

  /** Nanoseconds in a unit of the second part of a time. */
  long nanosPerUnit() {
    return nanosPerUnit;
  }
}
