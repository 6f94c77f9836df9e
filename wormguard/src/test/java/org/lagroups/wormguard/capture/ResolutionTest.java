package org.lagroups.wormguard.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.seed.Seeds;

class ResolutionTest {

  private static final BigInteger NANOS = BigInteger.valueOf(Frames.NANOS_PER_SECOND);
  private static final BigInteger LAST = BigInteger.valueOf(Frames.MAX_SECONDS).multiply(NANOS);

  @Test
  void agreesWithArithmeticOfAnyLength() {
    Seeds.forEach(
        2_000,
        1_000_000,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          boolean binary = random.nextBoolean();
          int exponent = random.nextInt(binary ? 64 : 19);
          long offset = random.nextInt(3) == 0 ? random.nextLong(-1L << 31, 1L << 31) : 0;
          long units = random.nextLong() >>> random.nextInt(64);
          Resolution resolution =
              Resolution.MICROSECONDS
                  .withCode(exponent | (binary ? 0x80 : 0))
                  .orElseThrow()
                  .withOffset(offset);

          BigInteger perSecond = BigInteger.valueOf(binary ? 2 : 10).pow(exponent);
          BigInteger exact =
              new BigInteger(Long.toUnsignedString(units)).multiply(NANOS).divide(perSecond);
          BigInteger expected =
              exact.add(BigInteger.valueOf(offset).multiply(NANOS)).max(BigInteger.ZERO).min(LAST);
          assertThat(BigInteger.valueOf(resolution.nanos(units)).subtract(expected).abs())
              .as("%s units of %s", Long.toUnsignedString(units), resolution)
              .isLessThanOrEqualTo(BigInteger.ONE);
        });
  }

  @Test
  void boundsOffsetsThatWouldOverflow() {
    assertThat(Resolution.MICROSECONDS.withOffset(Long.MAX_VALUE).nanos(-1))
        .isEqualTo(Frames.MAX_SECONDS * Frames.NANOS_PER_SECOND);
    assertThat(Resolution.MICROSECONDS.withOffset(Long.MIN_VALUE).nanos(5)).isZero();
  }
}
