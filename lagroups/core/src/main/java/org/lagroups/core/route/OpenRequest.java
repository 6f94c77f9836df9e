package org.lagroups.core.route;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.lagroups.machine.Bytes;

/** A request that waits for its reply. */
final class OpenRequest implements Responder {

  private final Packet request;
  private final Consumer<Packet> sender;
  private final BooleanSupplier inTime;
  private boolean replied;

  OpenRequest(Packet request, Consumer<Packet> sender, BooleanSupplier inTime) {
    this.request = request;
    this.sender = sender;
    this.inTime = inTime;
  }

  @Override
  public void answer(Bytes body) {
    if (body.length() > Router.MAX_BODY_BYTES) {
      throw new IllegalArgumentException("an answer has at most 60 KiB, not " + body.length());
    }
    reply(new Packet.Payload.Answer(body));
  }

  @Override
  public void refuse(RouteRefusal reason) {
    reply(new Packet.Payload.Refuse(reason));
  }

  @Override
  public boolean isOpen() {
    return !replied && inTime.getAsBoolean();
  }

  private void reply(Packet.Payload payload) {
    if (isOpen()) {
      replied = true;
      sender.accept(request.reply(payload));
    }
  }
}
