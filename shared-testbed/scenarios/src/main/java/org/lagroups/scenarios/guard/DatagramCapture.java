package org.lagroups.scenarios.guard;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.lagroups.wormguard.capture.PcapWriter;
import org.lagroups.wormguard.packet.LinkType;

/** A capture of datagrams to one port, one of them every 65 ms. One thread at a time. */
public final class DatagramCapture implements AutoCloseable {

  /** The port that all go to. */
  public static final int PORT = 1_434;

  private static final int IP_BYTES = 20;
  private static final int UDP_BYTES = 8;
  private static final int UDP = 17;
  private static final byte TTL = 64;
  private static final int CHECKSUM_AT = 10;
  private static final long STEP_NANOS = 65_000_000;

  private final PcapWriter writer;
  private long nanos = 1_700_000_000_000_000_000L;

  private DatagramCapture(PcapWriter writer) {
    this.writer = writer;
  }

  /** Begins a file; one that is there is overwritten. */
  public static DatagramCapture create(Path path) throws IOException {
    return new DatagramCapture(PcapWriter.create(path, LinkType.RAW));
  }

  /** One from a host of 10.1.0.0/16 to one of 10.2.0.0/16. */
  public void write(int from, int to, byte[] payload) throws IOException {
    byte[] packet = packet(from, to, payload);
    writer.write(MemorySegment.ofArray(packet), 0, packet.length, packet.length, nanos);
    skip();
  }

  /** Writes none this time: the next one comes as late as if there were one. */
  public void skip() {
    nanos += STEP_NANOS;
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private static byte[] packet(int from, int to, byte[] payload) {
    ByteBuffer out = ByteBuffer.allocate(IP_BYTES + UDP_BYTES + payload.length);
    out.putShort((short) 0x4500).putShort((short) out.capacity()).putInt(0);
    out.put(TTL).put((byte) UDP).putShort((short) 0);
    out.putInt(0x0a01_0000 | from).putInt(0x0a02_0000 | to);
    out.putShort(CHECKSUM_AT, checksum(out));
    out.putShort((short) (4_000 + from)).putShort((short) PORT);
    // A UDP checksum of 0 says that there is none.
    out.putShort((short) (UDP_BYTES + payload.length)).putShort((short) 0);
    return out.put(payload).array();
  }

  private static short checksum(ByteBuffer header) {
    int sum = 0;
    for (int at = 0; at < IP_BYTES; at += Short.BYTES) {
      sum += header.getShort(at) & 0xffff;
    }
    sum = (sum & 0xffff) + (sum >>> Short.SIZE);
    return (short) ~((sum & 0xffff) + (sum >>> Short.SIZE));
  }
}
