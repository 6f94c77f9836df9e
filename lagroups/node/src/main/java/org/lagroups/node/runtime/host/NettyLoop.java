package org.lagroups.node.runtime.host;

import io.netty.channel.EventLoop;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.lagroups.node.runtime.NodeLoop;
import org.lagroups.node.runtime.NodeStoppedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The node's loop on a Netty event loop, which it shares with the transport's sockets. */
public final class NettyLoop implements NodeLoop {

  private static final Logger LOG = LoggerFactory.getLogger(NettyLoop.class);

  private final EventLoop loop;
  private volatile boolean stopped;

  /** On a Netty event loop, which others may use too. */
  public NettyLoop(EventLoop loop) {
    this.loop = loop;
  }

  /** Takes on no more work from now on. */
  public void stop() {
    stopped = true;
  }

  @Override
  public boolean isCurrent() {
    return loop.inEventLoop();
  }

  @Override
  public void execute(Runnable work) {
    if (!stopped) {
      loop.execute(() -> runLogged(work));
    }
  }

  @Override
  public void schedule(long delayMillis, Runnable work) {
    if (!stopped) {
      var _ = loop.schedule(() -> runLogged(work), delayMillis, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public <T> T call(Supplier<T> work) {
    if (isCurrent()) {
      return work.get();
    }
    if (stopped) {
      throw new NodeStoppedException();
    }
    CompletableFuture<T> result = CompletableFuture.supplyAsync(work, this::executeOrRefuse);
    try {
      return result.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void executeOrRefuse(Runnable work) {
    try {
      loop.execute(work);
    } catch (RejectedExecutionException e) {
      NodeStoppedException stopping = new NodeStoppedException();
      stopping.addSuppressed(e);
      throw stopping;
    }
  }

  private void runLogged(Runnable work) {
    if (stopped) {
      return;
    }
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).log("a fault in this program: work on the event loop failed");
    }
  }
}
