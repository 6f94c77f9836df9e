package org.lagroups.scenarios.sim.scenario;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.lagroups.simnet.check.SimulationFailure;

/**
 * Plays the islands of a plan, each on one thread, as many at once as there are threads. An island
 * is forgotten when it has ended, so memory does not grow with their number.
 */
public final class Islands {

  /** The invariant that is violated by an island that breaks off. */
  static final String PLAYED_TO_THE_END = "the island is played to its end";

  private final Plan plan;
  private final int threads;
  private final IntConsumer progress;
  private final AtomicInteger done = new AtomicInteger();

  /**
   * To be played on so many threads.
   *
   * @param progress told, on any thread, how many islands are done
   */
  public Islands(Plan plan, int threads, IntConsumer progress) {
    this.plan = plan;
    this.threads = threads;
    this.progress = progress;
  }

  /**
   * Plays all islands.
   *
   * @throws InterruptedException if this thread was told to stop; the islands are given up
   */
  public Ledger playAll() throws InterruptedException {
    ThreadFactory names = Thread.ofPlatform().daemon().name("island-", 0).factory();
    Ledger sum = new Ledger();
    ExecutorService executor = Executors.newFixedThreadPool(threads, names);
    try {
      Queue<Future<Ledger>> islands = new ArrayDeque<>();
      for (int i = 0; i < plan.islands(); i++) {
        int island = i;
        islands.add(executor.submit(() -> play(island)));
      }
      for (int i = 0; i < plan.islands(); i++) {
        sum.add(result(islands.remove()), "replay with: " + plan.replay(i));
      }
      return sum;
    } finally {
      executor.shutdownNow();
    }
  }

  /** Plays one island only. */
  public Ledger playOne(int island) {
    Ledger sum = new Ledger();
    sum.add(play(island), "replay with: " + plan.replay(island));
    return sum;
  }

  private Ledger play(int index) {
    Island island = new Island(plan, index);
    try {
      plan.scenario().play(island);
      island.ledger().held(PLAYED_TO_THE_END, 1);
    } catch (SimulationFailure failure) {
      island.ledger().require(PLAYED_TO_THE_END, false, failure::getMessage);
    }
    island.close();
    progress.accept(done.incrementAndGet());
    return island.ledger();
  }

  private static Ledger result(Future<Ledger> island) throws InterruptedException {
    try {
      return island.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }
}
