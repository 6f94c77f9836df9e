package org.lagroups.scenarios.bench.guard.traffic;

import java.io.IOException;

/** Echo requests, each with its answer. */
final class PingConversation implements Conversation {

  private static final int PAYLOAD_BYTES = 56;

  private final Line line;
  private final Message message;
  private final int packets;
  private int sent;

  PingConversation(Line line, byte[] pool, int pings) {
    this.line = line;
    this.message = new Message(new byte[0], pool, 0, PAYLOAD_BYTES);
    this.packets = 2 * pings;
  }

  @Override
  public boolean step(FrameComposer composer) throws IOException {
    if (sent == packets) {
      return false;
    }
    message.copy(0, PAYLOAD_BYTES, composer.buffer(), FrameComposer.datagramPayloadAt());
    composer.ping(line, sent % 2 == 0, sent / 2, PAYLOAD_BYTES);
    sent++;
    return true;
  }
}
