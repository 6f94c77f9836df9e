package org.lagroups.scenarios.bench.guard.traffic;

import java.io.IOException;
import org.lagroups.scenarios.bench.guard.rules.Service;

/** Datagrams, by turns or mostly one way. */
final class DatagramConversation implements Conversation {

  private final Line line;
  private final Service service;
  private final Talk talk;
  private final Planter planter;
  private int turns;
  private boolean toServer = true;

  DatagramConversation(Line line, Service service, Talk talk, Planter planter) {
    this.line = line;
    this.service = service;
    this.talk = talk;
    this.planter = planter;
    this.turns = talk.turns();
  }

  @Override
  public boolean step(FrameComposer composer) throws IOException {
    if (turns == 0) {
      return false;
    }
    Message message = toServer ? talk.question() : talk.answer();
    int at = FrameComposer.datagramPayloadAt();
    message.copy(0, message.length(), composer.buffer(), at);
    if (message.length() <= FrameComposer.MTU / 2) {
      // Larger ones may come in fragments, and not everything that is compared puts those together.
      planter
          .draw(service, toServer, message.length())
          .ifPresent(planting -> planter.plant(planting, composer.buffer(), at));
    }
    composer.udp(line, toServer, message.length());
    turns -= toServer ? 0 : 1;
    toServer = !toServer;
    return true;
  }
}
