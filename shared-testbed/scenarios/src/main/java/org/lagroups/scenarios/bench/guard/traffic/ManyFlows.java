package org.lagroups.scenarios.bench.guard.traffic;

import java.io.IOException;
import java.util.SplittableRandom;
import org.lagroups.scenarios.bench.guard.rules.Service;

/** So many TCP connections at a time that none of them ends: each a handshake and one segment. */
public final class ManyFlows {

  /** Frames of each. */
  public static final int FRAMES_EACH = 4;

  private static final int PAYLOAD_BYTES = 300;

  private ManyFlows() {}

  /** Sends the frames of all, one connection after another. */
  public static void send(int flows, long seed, FrameSink sink) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    FrameComposer composer = new FrameComposer(sink, new CaptureTally(0));
    byte[] payload = new byte[PAYLOAD_BYTES];
    random.nextBytes(payload);
    for (int i = 0; i < flows; i++) {
      Line line = Line.of(i, Service.TLS.port(), random);
      int client = random.nextInt();
      int server = random.nextInt();
      composer.tcp(line, true, FrameComposer.SYN, client, 0, 0, false);
      composer.tcp(
          line, false, FrameComposer.SYN | FrameComposer.ACK, server, client + 1, 0, false);
      composer.tcp(line, true, FrameComposer.ACK, client + 1, server + 1, 0, false);
      System.arraycopy(payload, 0, composer.buffer(), FrameComposer.tcpPayloadAt(), PAYLOAD_BYTES);
      composer.tcp(
          line,
          true,
          FrameComposer.PSH | FrameComposer.ACK,
          client + 1,
          server + 1,
          PAYLOAD_BYTES,
          false);
    }
  }
}
