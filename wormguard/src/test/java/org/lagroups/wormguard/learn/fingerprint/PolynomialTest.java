package org.lagroups.wormguard.learn.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.seed.Seeds;

class PolynomialTest {

  /** x^61 + x^5 + x^2 + x + 1, from published tables. */
  private static final long KNOWN = 0b100111;

  @Test
  void takesOneThatIsKnownToBeIrreducible() {
    assertThatCode(() -> new Polynomial(KNOWN)).doesNotThrowAnyException();
  }

  @Test
  void refusesProducts() {
    Seeds.forEach(
        20,
        1_000,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          int degree = random.nextInt(1, 31);
          long product = product(withDegree(random, degree), withDegree(random, 61 - degree));
          assertThatIllegalArgumentException()
              .isThrownBy(() -> new Polynomial(product ^ (1L << Polynomial.DEGREE)));
        });
  }

  @Test
  void refusesAnotherDegree() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Polynomial(KNOWN | (1L << Polynomial.DEGREE)));
  }

  @Test
  void drawsDifferentOnes() {
    SplittableRandom random = new SplittableRandom(Seeds.one());
    assertThat(Polynomial.drawn(random)).isNotEqualTo(Polynomial.drawn(random));
  }

  /** With a constant term, so that x is no factor that would be found at once. */
  private static long withDegree(SplittableRandom random, int degree) {
    return (random.nextLong() & ((1L << degree) - 1)) | (1L << degree) | 1;
  }

  private static long product(long first, long second) {
    long product = 0;
    for (int i = 0; i < Long.SIZE; i++) {
      product ^= ((second >>> i) & 1) * (first << i);
    }
    return product;
  }
}
