package org.lagroups.wormguard.capture;

import java.io.IOException;
import java.util.Optional;

/** The options of an interface in a pcapng file, of which those about time matter. */
final class NgOptions {

  private static final int END = 0;
  private static final int TIME_RESOLUTION = 9;
  private static final int TIME_OFFSET = 14;
  private static final int HEAD_BYTES = 4;

  private NgOptions() {}

  /**
   * How the interface counts time.
   *
   * @return nothing if an option reaches beyond the block or its value makes no sense
   */
  static Optional<Resolution> resolution(NgWords words, long from, long end) throws IOException {
    Resolution resolution = Resolution.MICROSECONDS;
    long at = from;
    while (end - at >= HEAD_BYTES) {
      int code = words.u16(at);
      int length = words.u16(at + 2);
      long value = at + HEAD_BYTES;
      if (code == END) {
        break;
      }
      if (length > end - value) {
        return Optional.empty();
      }
      if (code == TIME_RESOLUTION) {
        Optional<Resolution> with =
            length == 1 ? resolution.withCode(words.u8(value)) : Optional.empty();
        if (with.isEmpty()) {
          return with;
        }
        resolution = with.get();
      } else if (code == TIME_OFFSET) {
        if (length != Long.BYTES) {
          return Optional.empty();
        }
        resolution = resolution.withOffset(words.bits64(value));
      }
      at = value + ((length + 3) & ~3);
    }
    return Optional.of(resolution);
  }
}
