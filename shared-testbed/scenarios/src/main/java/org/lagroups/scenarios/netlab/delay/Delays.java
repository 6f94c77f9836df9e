package org.lagroups.scenarios.netlab.delay;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How late the packets of each pair of hosts are to be. From any thread. */
final class Delays {

  /** Of an Ethernet frame: what it carries, and that this is IP version 4. */
  private static final int TYPE = 12;

  private static final short IP = 0x0800;
  private static final int FROM = 26;
  private static final int TO = 30;
  private static final int LEAST_BYTES = TO + Integer.BYTES;

  private static final String DOT = "\\.";

  private final Map<Pair, Long> nanos = new ConcurrentHashMap<>();

  /** One way, by addresses. */
  private record Pair(int from, int to) {}

  void set(String from, String to, long delayNanos) {
    nanos.put(new Pair(address(from), address(to)), delayNanos);
  }

  /** Of a frame; nothing of one of which nothing was said. */
  long of(byte[] frame) {
    ByteBuffer bytes = ByteBuffer.wrap(frame);
    if (frame.length < LEAST_BYTES || bytes.getShort(TYPE) != IP) {
      return 0;
    }
    return nanos.getOrDefault(new Pair(bytes.getInt(FROM), bytes.getInt(TO)), 0L);
  }

  private static int address(String dotted) {
    int address = 0;
    for (String part : dotted.split(DOT, -1)) {
      address = address << Byte.SIZE | Integer.parseInt(part);
    }
    return address;
  }
}
