package org.lagroups.simnet.fuzz;

import java.util.List;
import java.util.SplittableRandom;
import org.lagroups.simnet.seed.Seeds;

/** Gives a decoder sound samples, and then damaged ones. */
public final class ShortRun {

  private static final int COUNT = 400;
  private static final int FULL_COUNT = 200_000;

  private ShortRun() {}

  /** Something that takes any bytes, and throws if a property does not hold. */
  @FunctionalInterface
  public interface Target {

    /** Takes bytes. */
    void take(byte[] input) throws Exception;
  }

  /** Runs. */
  public static void on(List<byte[]> samples, Target target) {
    samples.forEach(sample -> give(target, sample));
    Seeds.forEach(
        COUNT,
        FULL_COUNT,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          give(target, Damage.of(samples.get(random.nextInt(samples.size())), random));
        });
  }

  private static void give(Target target, byte[] input) {
    try {
      target.take(input);
    } catch (Exception e) {
      throw new AssertionError("a decoder threw for " + input.length + " bytes", e);
    }
  }
}
