package org.lagroups.node.transport.session;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.NodeId;
import org.lagroups.node.transport.link.CloseReason;
import org.lagroups.node.transport.link.Hello;
import org.lagroups.node.transport.link.Link;

/** Links that peers dialled, and of which those peers have yet to decide: at most one of each. */
final class Undecided {

  /** A link with what its peer said. */
  record Call(Link link, Hello hello) {}

  private record Waiting(Call call, Future<?> patience) {}

  private final EventLoop loop;
  private final long patienceMillis;
  private final Consumer<Link> onIndecision;
  private final Map<NodeId, Waiting> calls = new HashMap<>();

  /**
   * None yet.
   *
   * @param onIndecision hears of links whose peers have not decided in time
   */
  Undecided(EventLoop loop, long patienceMillis, Consumer<Link> onIndecision) {
    this.loop = loop;
    this.patienceMillis = patienceMillis;
    this.onIndecision = onIndecision;
  }

  int size() {
    return calls.size();
  }

  void put(Link link, Hello hello) {
    Future<?> patience =
        loop.schedule(() -> onIndecision.accept(link), patienceMillis, TimeUnit.MILLISECONDS);
    calls.put(link.peer(), new Waiting(new Call(link, hello), patience));
  }

  /** The call of a peer; null if there is none. */
  @Nullable Call of(NodeId peer) {
    Waiting waiting = calls.get(peer);
    return waiting == null ? null : waiting.call();
  }

  boolean contains(Link link) {
    Call call = of(link.peer());
    return call != null && call.link().equals(link);
  }

  /** Takes the call of a peer out, if there is one. */
  @Nullable Call take(NodeId peer) {
    Waiting waiting = calls.remove(peer);
    if (waiting == null) {
      return null;
    }
    waiting.patience().cancel(false);
    return waiting.call();
  }

  /** Closes the link of a peer that has yet to decide, if there is one. */
  void drop(NodeId peer, CloseReason reason) {
    Call dropped = take(peer);
    if (dropped != null) {
      dropped.link().close(reason);
    }
  }

  void dropAll(CloseReason reason) {
    List.copyOf(calls.keySet()).forEach(peer -> drop(peer, reason));
  }
}
