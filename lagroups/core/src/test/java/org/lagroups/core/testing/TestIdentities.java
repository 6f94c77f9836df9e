package org.lagroups.core.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.lagroups.core.crypto.Identity;

/** Identities that are the same in every run, each made once. */
public final class TestIdentities {

  private static final Map<Integer, Identity> MADE = new ConcurrentHashMap<>();

  private TestIdentities() {}

  /** Identity number {@code index}, from 0. */
  public static Identity of(int index) {
    return MADE.computeIfAbsent(
        index,
        i -> Identity.generate(RandomGeneratorFactory.of("L64X128MixRandom").create(1_000L + i)));
  }

  /** The first {@code count} identities. */
  public static List<Identity> first(int count) {
    return IntStream.range(0, count).mapToObj(TestIdentities::of).toList();
  }
}
