package org.lagroups.wormguard.capture;

import static org.lagroups.wormguard.testing.PacketBytes.A4;
import static org.lagroups.wormguard.testing.PacketBytes.B4;
import static org.lagroups.wormguard.testing.PacketBytes.TYPE_IPV4;
import static org.lagroups.wormguard.testing.PacketBytes.UDP;
import static org.lagroups.wormguard.testing.PacketBytes.ethernet;
import static org.lagroups.wormguard.testing.PacketBytes.ipv4;
import static org.lagroups.wormguard.testing.PacketBytes.join;
import static org.lagroups.wormguard.testing.PacketBytes.number;
import static org.lagroups.wormguard.testing.PacketBytes.text;
import static org.lagroups.wormguard.testing.PacketBytes.udp;

import java.util.List;

/** Capture files in either byte order, put together from numbers. */
record CaptureBytes(boolean little) {

  static final byte[] FRAME = ethernet(TYPE_IPV4, ipv4(A4, B4, UDP, udp(1, 2, text("inert"))));
  static final int ETHERNET = 1;

  /** One file of each kind, with two or more frames. */
  static List<byte[]> samples() {
    return List.of(
        pcap(false, 0xa1b2c3d4L), pcap(true, 0xa1b23c4dL), pcapng(false, 6), pcapng(true, 0x89));
  }

  byte[] word(long value) {
    return number(4, little ? Integer.reverseBytes((int) value) : value);
  }

  byte[] half(int value) {
    return number(2, little ? Short.reverseBytes((short) value) : value);
  }

  byte[] pcapHeader(long magic, int link) {
    return join(word(magic), half(2), half(4), word(0), word(0), word(65_535), word(link));
  }

  byte[] record(long seconds, long fraction, int wire, byte[] frame) {
    return join(word(seconds), word(fraction), word(frame.length), word(wire), frame);
  }

  byte[] block(long type, byte[]... body) {
    byte[] joined = join(body);
    byte[] padded = join(joined, new byte[-joined.length & 3]);
    byte[] length = word(padded.length + 12L);
    return join(word(type), length, padded, length);
  }

  byte[] section() {
    return block(0x0a0d0d0aL, word(0x1a2b3c4dL), half(1), half(0), word(-1), word(-1));
  }

  byte[] describedInterface(int link, int snap, byte[]... options) {
    return block(1, half(link), half(0), word(snap), join(options));
  }

  byte[] option(int code, byte[] value) {
    return join(half(code), half(value.length), value, new byte[-value.length & 3]);
  }

  byte[] enhanced(int from, long units, int wire, byte[] frame) {
    return block(
        6, word(from), word(units >>> 32), word(units), word(frame.length), word(wire), frame);
  }

  private static byte[] pcap(boolean little, long magic) {
    CaptureBytes bytes = new CaptureBytes(little);
    return join(
        bytes.pcapHeader(magic, ETHERNET),
        bytes.record(1, 2, FRAME.length, FRAME),
        bytes.record(3, 4, 99, FRAME));
  }

  private static byte[] pcapng(boolean little, int resolution) {
    CaptureBytes bytes = new CaptureBytes(little);
    return join(
        bytes.section(),
        bytes.describedInterface(ETHERNET, 0, bytes.option(9, number(1, resolution))),
        bytes.enhanced(0, 1_000_001, FRAME.length, FRAME),
        bytes.block(3, bytes.word(FRAME.length), FRAME),
        bytes.block(
            2,
            bytes.half(0),
            bytes.half(0),
            bytes.word(0),
            bytes.word(5),
            bytes.word(FRAME.length),
            bytes.word(FRAME.length),
            FRAME));
  }
}
