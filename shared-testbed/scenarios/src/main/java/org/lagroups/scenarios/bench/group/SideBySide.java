package org.lagroups.scenarios.bench.group;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.lagroups.scenarios.bench.group.trial.Trial;

/**
 * Groups that are measured at the same time, each from a thread of its own. One that fails is told
 * of, closed and left out from then on. Closed with all of them.
 *
 * @param <K> by what they are told apart
 */
final class SideBySide<K extends Comparable<K>, G extends Trial> implements AutoCloseable {

  private static final long LONGEST_END_SECONDS = 30;

  private final Map<K, G> groups = new TreeMap<>();
  private final BiConsumer<K, String> failures;

  /**
   * None yet.
   *
   * @param failures is told which group fails, or cannot be made, and why; from the caller's thread
   */
  SideBySide(BiConsumer<K, String> failures) {
    this.failures = failures;
  }

  /** What is done with one of them. */
  @FunctionalInterface
  interface Step<G, R> {
    R with(G group) throws InterruptedException;
  }

  /** Makes a group for each key; returns when each is made or cannot be. */
  void form(Map<K, Callable<G>> makers) throws InterruptedException {
    Map<K, Callable<Boolean>> tasks = new TreeMap<>();
    makers.forEach((key, maker) -> tasks.put(key, () -> add(key, maker.call())));
    together(tasks);
  }

  /** Does the same with all; returns when it is done with all. Has no result of those that fail. */
  <R> Map<K, R> all(Step<G, R> step) throws InterruptedException {
    Map<K, Callable<R>> tasks = new TreeMap<>();
    copy().forEach((key, group) -> tasks.put(key, () -> step.with(group)));
    return together(tasks);
  }

  @Override
  public synchronized void close() {
    groups.values().forEach(Trial::close);
  }

  private synchronized Map<K, G> copy() {
    return new TreeMap<>(groups);
  }

  private synchronized boolean add(K key, G group) {
    groups.put(key, group);
    return true;
  }

  private void leaveOut(K key, @Nullable Throwable cause) {
    if (cause instanceof Error fault) {
      throw fault;
    }
    G group;
    synchronized (this) {
      group = groups.remove(key);
    }
    if (group != null) {
      group.close();
    }
    failures.accept(
        key,
        cause == null ? "for no reason" : Objects.toString(cause.getMessage(), cause.toString()));
  }

  private <R> Map<K, R> together(Map<K, Callable<R>> tasks) throws InterruptedException {
    if (tasks.isEmpty()) {
      return Map.of();
    }
    ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
    try {
      Map<K, Future<R>> begun = new TreeMap<>();
      tasks.forEach((key, task) -> begun.put(key, threads.submit(task)));
      Map<K, R> results = new TreeMap<>();
      for (Map.Entry<K, Future<R>> entry : begun.entrySet()) {
        try {
          results.put(entry.getKey(), entry.getValue().get());
        } catch (ExecutionException e) {
          leaveOut(entry.getKey(), e.getCause());
        }
      }
      return results;
    } finally {
      threads.shutdownNow();
      threads.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS);
    }
  }
}
