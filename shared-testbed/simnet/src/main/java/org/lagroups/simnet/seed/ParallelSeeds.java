package org.lagroups.simnet.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs a test with many seeds on several threads, each run on one. Seeds are begun in their order,
 * and none after a failure: so of the failures the one with the lowest number is known, whichever
 * came first.
 */
final class ParallelSeeds {

  private static final int MOST_THREADS = 4;

  private final long[] seeds;
  private final int threads;
  private final AtomicInteger next = new AtomicInteger();
  private final SortedMap<Integer, AssertionError> failures = new ConcurrentSkipListMap<>();

  ParallelSeeds(long[] seeds, int threads) {
    this.seeds = seeds.clone();
    this.threads = threads;
  }

  /** As many as there are processors, up to {@value #MOST_THREADS}. */
  static int threads() {
    return Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
  }

  /** Runs the test with all seeds, unless one fails. */
  void run(SeededTest test) {
    Optional<String> name = ReplayCommand.runningTest();
    List<Future<?>> workers = new ArrayList<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < threads; i++) {
        workers.add(executor.submit(() -> ReplayCommand.runAs(name, () -> runUntilOneFails(test))));
      }
    }
    workers.forEach(ParallelSeeds::requireEnd);
    if (!failures.isEmpty()) {
      List<AssertionError> inOrder = List.copyOf(failures.values());
      AssertionError first = inOrder.getFirst();
      inOrder.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
  }

  private void runUntilOneFails(SeededTest test) {
    while (failures.isEmpty()) {
      int index = next.getAndIncrement();
      if (index >= seeds.length) {
        return;
      }
      try {
        test.run(seeds[index]);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        failures.put(index, new AssertionError("interrupted with seed " + seeds[index], e));
      } catch (Exception | AssertionError e) {
        failures.put(index, Seeds.failure(seeds[index], index, seeds.length, e));
      }
    }
  }

  /** Lets through what is neither an exception nor a failed assertion. */
  private static void requireEnd(Future<?> worker) {
    try {
      worker.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while seeds were running", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e);
    }
  }
}
