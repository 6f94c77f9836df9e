package org.lagroups.core.route;

import java.util.function.UnaryOperator;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeId;

/**
 * An adversary: a router that is honest in all it does itself, but alters what it passes on. The
 * signatures stay as they are, since it cannot make others.
 */
public final class LyingRelay implements Machine<RouteTimer> {

  private final Router router;
  private final UnaryOperator<Bytes> lie;
  private final Target target;

  /** What is altered. */
  public enum Target {
    REQUESTS,
    ANSWERS
  }

  /**
   * Lies.
   *
   * @param router does the work; install this machine in its place
   * @param lie makes another body out of the true one
   */
  public LyingRelay(Router router, Target target, UnaryOperator<Bytes> lie) {
    this.router = router;
    this.target = target;
    this.lie = lie;
  }

  /** What the node itself uses. */
  public Router router() {
    return router;
  }

  @Override
  public void start() {
    router.start();
  }

  @Override
  public void onMessage(NodeId from, Bytes message) {
    Bytes passedOn =
        PacketCodec.decode(message)
            .filter(sealed -> !sealed.packet().route().isDirect())
            .map(sealed -> new Sealed(altered(sealed.packet()), Bytes.EMPTY, sealed.signature()))
            .map(LyingRelay::encode)
            .orElse(message);
    router.onMessage(from, passedOn);
  }

  @Override
  public void onTimer(RouteTimer timer) {
    router.onTimer(timer);
  }

  @Override
  public void onLinkUp(NodeId peer) {
    router.onLinkUp(peer);
  }

  @Override
  public void onLinkDown(NodeId peer) {
    router.onLinkDown(peer);
  }

  private Packet altered(Packet packet) {
    return switch (packet.payload()) {
      case Packet.Payload.Ask ask when target == Target.REQUESTS ->
          packet.reply(new Packet.Payload.Ask(ask.expiresMillis(), lie.apply(ask.body())));
      case Packet.Payload.Answer answer when target == Target.ANSWERS ->
          packet.reply(new Packet.Payload.Answer(lie.apply(answer.body())));
      default -> packet;
    };
  }

  private static Bytes encode(Sealed sealed) {
    Bytes content = PacketCodec.encodeContent(sealed.packet());
    return PacketCodec.encode(new Sealed(sealed.packet(), content, sealed.signature()));
  }
}
