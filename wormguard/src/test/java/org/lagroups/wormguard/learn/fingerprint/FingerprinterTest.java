package org.lagroups.wormguard.learn.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.seed.Seeds;

class FingerprinterTest {

  private static final int WINDOW = Fingerprinter.DEFAULT_WINDOW_BYTES;

  private final SplittableRandom random = new SplittableRandom(Seeds.one());
  private final Polynomial polynomial = Polynomial.drawn(random);
  private final Fingerprinter fingerprinter = new Fingerprinter(polynomial);

  private record Sampled(long fingerprint, long begin) {}

  @Test
  void samplesByTheRemainderOfEachWindow() {
    byte[] payload = randomBytes(5_000);
    List<Sampled> expected = new ArrayList<>();
    for (int begin = 0; begin + WINDOW <= payload.length; begin++) {
      long remainder = remainder(payload, begin);
      if ((remainder & 63) == 42) {
        expected.add(new Sampled(remainder, begin));
      }
    }
    assertThat(expected).hasSizeBetween(20, 200);
    assertThat(sampled(payload)).isEqualTo(expected);
  }

  @Test
  void namesTheSameContentAlikeWhereverItIs() {
    byte[] content = randomBytes(1_000);
    byte[] payload = randomBytes(1_300);
    System.arraycopy(content, 0, payload, 123, content.length);
    List<Sampled> moved =
        sampled(content).stream()
            .map(each -> new Sampled(each.fingerprint(), each.begin() + 123))
            .toList();
    assertThat(moved).isNotEmpty();
    assertThat(sampled(payload)).containsAll(moved);
  }

  @Test
  void readsOnlyThePayload() {
    byte[] payload = randomBytes(600);
    byte[] around = randomBytes(800);
    System.arraycopy(payload, 0, around, 100, payload.length);
    List<Sampled> sampled = new ArrayList<>();
    fingerprinter.sample(
        MemorySegment.ofArray(around),
        100,
        payload.length,
        (fingerprint, begin) -> sampled.add(new Sampled(fingerprint, begin)));
    assertThat(sampled).isEqualTo(sampled(payload));
  }

  @Test
  void samplesNothingOfAShortPayloadOrARunOfZeros() {
    assertThat(sampled(new byte[10_000])).isEmpty();
    for (int i = 0; i < 1_000; i++) {
      assertThat(sampled(randomBytes(WINDOW - 1))).isEmpty();
    }
  }

  @Test
  void refusesAPayloadBeyondTheMemory() {
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(
            () -> fingerprinter.sample(MemorySegment.ofArray(new byte[50]), 10, 41, (_, _) -> {}));
  }

  @Test
  void samplesContentAsOftenAsItSays() {
    int contents = 2_000;
    int noticed = 0;
    for (int i = 0; i < contents; i++) {
      noticed += sampled(randomBytes(100)).isEmpty() ? 0 : 1;
    }
    // Five standard deviations of a binomial distribution.
    assertThat((double) noticed / contents)
        .isCloseTo(fingerprinter.chanceToSample(100), within(0.056));
    assertThat(fingerprinter.chanceToSample(WINDOW - 1)).isZero();
    assertThat(fingerprinter.chanceToSample(WINDOW)).isCloseTo(1.0 / 64, within(1e-12));
  }

  @Test
  void takesOtherWindowsAndShares() {
    byte[] payload = randomBytes(3_000);
    Fingerprinter all = new Fingerprinter(polynomial, 16, 1);
    List<Sampled> every = sampled(all, payload);
    assertThat(every).hasSize(3_000 - 16 + 1);
    assertThat(sampled(new Fingerprinter(polynomial, 16, 8), payload))
        .isEqualTo(every.stream().filter(each -> (each.fingerprint() & 7) == 5).toList());
    assertThat(all.chanceToSample(16)).isEqualTo(1);
    assertThat(all.windowBytes()).isEqualTo(16);
  }

  @Test
  void refusesWindowsAndSharesOutOfRange() {
    for (int window : new int[] {7, Fingerprinter.MAX_WINDOW_BYTES + 1}) {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> new Fingerprinter(polynomial, window, 1))
          .withMessageContaining("8 to 1024");
    }
    for (int share : new int[] {0, 3, Integer.MIN_VALUE, 2 * Fingerprinter.MAX_SAMPLED_ONE_IN}) {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> new Fingerprinter(polynomial, 40, share))
          .withMessageContaining("power of two up to 65536");
    }
  }

  private List<Sampled> sampled(byte[] payload) {
    return sampled(fingerprinter, payload);
  }

  private static List<Sampled> sampled(Fingerprinter fingerprinter, byte[] payload) {
    List<Sampled> sampled = new ArrayList<>();
    fingerprinter.sample(
        MemorySegment.ofArray(payload),
        0,
        payload.length,
        (fingerprint, begin) -> sampled.add(new Sampled(fingerprint, begin)));
    return sampled;
  }

  /** Of a window's bits, by long division. */
  private long remainder(byte[] payload, int begin) {
    long remainder = 0;
    for (int i = 0; i < WINDOW * Byte.SIZE; i++) {
      int bit = (payload[begin + i / Byte.SIZE] >> (Byte.SIZE - 1 - i % Byte.SIZE)) & 1;
      remainder = (remainder << 1) | bit;
      if (remainder >>> Polynomial.DEGREE == 1) {
        remainder ^= (1L << Polynomial.DEGREE) | polynomial.lower();
      }
    }
    return remainder;
  }

  private byte[] randomBytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
