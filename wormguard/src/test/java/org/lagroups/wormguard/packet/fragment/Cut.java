package org.lagroups.wormguard.packet.fragment;

import static org.lagroups.wormguard.testing.PacketBytes.A4;
import static org.lagroups.wormguard.testing.PacketBytes.A6;
import static org.lagroups.wormguard.testing.PacketBytes.B4;
import static org.lagroups.wormguard.testing.PacketBytes.B6;
import static org.lagroups.wormguard.testing.PacketBytes.fragment6;
import static org.lagroups.wormguard.testing.PacketBytes.hex;
import static org.lagroups.wormguard.testing.PacketBytes.ipv4Fragment;
import static org.lagroups.wormguard.testing.PacketBytes.ipv6;
import static org.lagroups.wormguard.testing.PacketBytes.join;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.lagroups.machine.Bytes;

/** Fragments of a packet's data, of either version; those of IPv6 have options before them. */
record Cut(boolean isV4, int protocol, int id) {

  private static final byte[] OPTIONS = hex("2c00 0104 00000000");

  Bytes fragment(int offset, boolean more, byte[] data) {
    return Bytes.wrapOwned(
        isV4
            ? ipv4Fragment(A4, B4, protocol, id, offset, more, data)
            : ipv6(A6, B6, 0, join(OPTIONS, fragment6(protocol, id, offset, more, data))));
  }

  /** The piece of {@code data} from {@code from} to {@code to}. */
  Bytes piece(byte[] data, int from, int to) {
    return fragment(from, to < data.length, Arrays.copyOfRange(data, from, to));
  }

  /** All of the data, in pieces of one size. */
  List<Bytes> pieces(byte[] data, int size) {
    List<Bytes> pieces = new ArrayList<>();
    for (int from = 0; from < data.length; from += size) {
      pieces.add(piece(data, from, Math.min(from + size, data.length)));
    }
    return pieces;
  }

  /** All of the data, in pieces of all sizes, in order; some overlap or come twice. */
  List<Bytes> randomPieces(byte[] data, RandomGenerator random) {
    List<Bytes> pieces = new ArrayList<>();
    int covered = 0;
    while (covered < data.length) {
      int back = random.nextInt(4) == 0 ? 8 * random.nextInt(covered / 8 + 1) : 0;
      int to = Math.min(data.length, covered + 8 * (1 + random.nextInt(200)));
      pieces.add(piece(data, covered - back, to));
      covered = to;
    }
    return pieces;
  }
}
