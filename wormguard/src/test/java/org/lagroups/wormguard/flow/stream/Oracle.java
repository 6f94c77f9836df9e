package org.lagroups.wormguard.flow.stream;

import java.util.Arrays;

/** What a stream has to be, worked out byte by byte in arrays: the first byte of a place stays. */
final class Oracle {

  private final StreamSettings settings;
  private final byte[] bytes;
  private final boolean[] known;
  private int told;

  Oracle(StreamSettings settings, int longest) {
    this.settings = settings;
    this.bytes = new byte[longest];
    this.known = new boolean[longest];
  }

  void segment(int offset, byte[] data) {
    boolean isTooFar = offset > told && offset + data.length > told + settings.maxAheadBytes();
    boolean isScattered = offset > told && !known[offset - 1] && pieces() >= Streams.MOST_PIECES;
    boolean isTooDeep = told >= settings.depthBytes() || offset >= settings.depthBytes();
    for (int i = 0; i < data.length && !isTooFar && !isTooDeep && !isScattered; i++) {
      int at = offset + i;
      if (at >= told && !known[at]) {
        known[at] = true;
        bytes[at] = data[i];
      }
    }
    advance();
  }

  void acknowledged(int upTo) {
    for (int at = told; at <= upTo && at < known.length; at++) {
      if (known[at]) {
        skipTo(at);
      }
    }
  }

  void ended() {
    acknowledged(known.length);
  }

  byte[] stream() {
    return Arrays.copyOf(bytes, told);
  }

  private int pieces() {
    int pieces = 0;
    for (int at = told; at < known.length; at++) {
      if (known[at] && (at == 0 || !known[at - 1])) {
        pieces++;
      }
    }
    return pieces;
  }

  private void skipTo(int at) {
    if (at > told) {
      Arrays.fill(bytes, told, at, (byte) '_');
      told = at;
    }
    advance();
  }

  private void advance() {
    while (told < known.length && known[told]) {
      told++;
    }
  }
}
