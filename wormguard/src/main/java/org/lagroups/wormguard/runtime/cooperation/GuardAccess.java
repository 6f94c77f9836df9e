package org.lagroups.wormguard.runtime.cooperation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lagroups.core.group.LaGroups;
import org.lagroups.node.control.ApiException;
import org.lagroups.node.runtime.NodeLoop;
import org.lagroups.node.state.tables.DurableWrites;
import org.lagroups.wormguard.cooperate.protocol.GuardMachine;

/** The signatures of a running node, for the control API: from any thread but the loop. */
record GuardAccess(
    NodeLoop loop, DurableWrites writes, LaGroups groups, GuardMachine machine, Policy policy) {

  private static final long PATIENCE_SECONDS = 90;

  /** Asks on the loop. */
  <T> T ask(Supplier<T> question) {
    return loop.call(question);
  }

  /** Changes something on the loop, and waits until it is on disk. */
  <T> T change(Supplier<T> change) {
    record Changed<T>(T result, CompletableFuture<Void> durable) {}
    Changed<T> changed = loop.call(() -> new Changed<>(change.get(), writes.durable()));
    changed.durable.join();
    return changed.result;
  }

  /** Begins something on the loop that takes a while, waits for what comes of it, and the disk. */
  <T> T await(Consumer<Consumer<T>> begin) throws InterruptedException {
    CompletableFuture<T> result = new CompletableFuture<>();
    loop.run(() -> begin.accept(result::complete));
    try {
      T found = result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      loop.call(writes::durable).join();
      return found;
    } catch (TimeoutException e) {
      throw ApiException.conflict(
          "too-slow", "this takes too long", "see `lag guard sigs` for what comes of it");
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    }
  }
}
