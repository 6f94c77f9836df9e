package org.lagroups.scenarios.bench.group;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.lagroups.scenarios.bench.group.trial.Trial;

/**
 * Groups that are measured at the same time, each from a thread of its own. Closed with all of
 * them, also if not all could be made.
 *
 * @param <K> by what they are told apart
 */
final class SideBySide<K extends Comparable<K>, G extends Trial> implements AutoCloseable {

  private static final long LONGEST_END_SECONDS = 30;

  private final Map<K, G> groups = new TreeMap<>();

  /** What is done with one of them. */
  @FunctionalInterface
  interface Step<G, R> {
    R with(G group) throws InterruptedException;
  }

  /** Makes a group for each key; returns when all are made. */
  void form(Map<K, Callable<G>> makers) throws InterruptedException {
    Map<K, Callable<Boolean>> tasks = new TreeMap<>();
    makers.forEach((key, maker) -> tasks.put(key, () -> add(key, maker.call())));
    together(tasks);
  }

  /** Does the same with all; returns when it is done with all. */
  <R> Map<K, R> all(Step<G, R> step) throws InterruptedException {
    Map<K, Callable<R>> tasks = new TreeMap<>();
    groups.forEach((key, group) -> tasks.put(key, () -> step.with(group)));
    return together(tasks);
  }

  @Override
  public synchronized void close() {
    groups.values().forEach(Trial::close);
  }

  private synchronized boolean add(K key, G group) {
    groups.put(key, group);
    return true;
  }

  /** The first failure ends the others, and is thrown. */
  private static <K extends Comparable<K>, R> Map<K, R> together(Map<K, Callable<R>> tasks)
      throws InterruptedException {
    if (tasks.isEmpty()) {
      return Map.of();
    }
    ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
    try {
      Map<K, Future<R>> begun = new TreeMap<>();
      tasks.forEach((key, task) -> begun.put(key, threads.submit(task)));
      Map<K, R> results = new TreeMap<>();
      for (Map.Entry<K, Future<R>> entry : begun.entrySet()) {
        results.put(entry.getKey(), entry.getValue().get());
      }
      return results;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("could not go on", e);
    } finally {
      threads.shutdownNow();
      threads.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS);
    }
  }
}
