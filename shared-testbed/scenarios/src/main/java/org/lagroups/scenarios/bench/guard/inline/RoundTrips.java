package org.lagroups.scenarios.bench.guard.inline;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/** Datagrams that somebody sends back, one at a time, at a steady pace. */
final class RoundTrips {

  private static final int PAYLOAD_BYTES = 100;
  private static final int PATIENCE_MILLIS = 500;

  private RoundTrips() {}

  /** Sends for so long. */
  static TripFigures make(InetSocketAddress to, long nanos, int perSecond) throws IOException {
    long pause = TimeUnit.SECONDS.toNanos(1) / perSecond;
    LongStream.Builder trips = LongStream.builder();
    long lost = 0;
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      long begin = System.nanoTime();
      for (long number = 1; System.nanoTime() - begin < nanos; number++) {
        long sent = System.nanoTime();
        byte[] payload = ByteBuffer.allocate(PAYLOAD_BYTES).putLong(number).array();
        socket.send(new DatagramPacket(payload, payload.length, to));
        if (isBack(socket, number)) {
          trips.add(System.nanoTime() - sent);
        } else {
          lost++;
        }
        LockSupport.parkNanos(Math.max(0, sent + pause - System.nanoTime()));
      }
    }
    return TripFigures.of(trips.build().toArray(), lost);
  }

  /** One that is late is not taken for a later one. */
  private static boolean isBack(DatagramSocket socket, long number) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[PAYLOAD_BYTES], PAYLOAD_BYTES);
    try {
      do {
        packet.setLength(PAYLOAD_BYTES);
        socket.receive(packet);
      } while (ByteBuffer.wrap(packet.getData()).getLong() != number);
      return true;
    } catch (SocketTimeoutException _) {
      return false;
    }
  }
}
