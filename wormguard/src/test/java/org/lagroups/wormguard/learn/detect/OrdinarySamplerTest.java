package org.lagroups.wormguard.learn.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.wormguard.learn.evidence.PayloadSample;

/** Ordinary payloads, as a detector chooses them of one packet each so many milliseconds. */
final class OrdinarySamplerTest {

  private static final long TENTH_NANOS = 100_000_000;
  private static final long THOUSANDTH_NANOS = 1_000_000;

  private final SplittableRandom random = new SplittableRandom(1);
  private final Outbreak ordinary = Outbreak.plain(bytes(""));

  @Test
  void choosesAllOfLittleTrafficAndAFewOfEachSecondOfMuch() {
    Watching few = new Watching(DetectorSettings.DEFAULT, 1, TENTH_NANOS);
    take(few, 0, 100);
    few.finish();
    assertThat(few.ordinary()).hasSize(100);
    Watching many = new Watching(DetectorSettings.DEFAULT, 1, THOUSANDTH_NANOS);
    take(many, 0, 10_000);
    many.finish();
    assertThat(many.ordinary()).hasSize(10 * OrdinarySampler.MOST_A_SECOND);
    Set<Integer> parts = new HashSet<>();
    many.ordinary().forEach(payload -> parts.add(number(payload) % 1_000 / 250));
    assertThat(parts).as("of each quarter of a second").hasSize(4);
  }

  @Test
  void holdsThemBackForAMinuteButNoMoreThanThereIsRoomFor() {
    Watching few = new Watching(DetectorSettings.DEFAULT, 1, TENTH_NANOS);
    take(few, 0, 595);
    assertThat(few.ordinary()).isEmpty();
    take(few, 595, 700);
    assertThat(few.ordinary()).hasSizeBetween(50, 110);
    Watching many = new Watching(DetectorSettings.DEFAULT, 1, THOUSANDTH_NANOS * 10);
    take(many, 0, 7_000);
    assertThat(many.ordinary()).isNotEmpty();
    int before = many.ordinary().size();
    many.finish();
    assertThat(many.ordinary().size() - before)
        .isLessThanOrEqualTo(OrdinarySampler.MOST_HELD + OrdinarySampler.MOST_A_SECOND);
  }

  @Test
  void leavesOutWhatTurnsOutToBeAWorm() {
    byte[] invariant = new byte[400];
    random.nextBytes(invariant);
    Outbreak worm = Outbreak.plain(invariant);
    Watching watching = new Watching(DetectorSettings.DEFAULT, 1, TENTH_NANOS);
    for (int i = 0; i < 100; i++) {
      watching.take(worm.frames(i, i, random));
      take(watching, i, i + 1);
    }
    watching.finish();
    assertThat(watching.signatures()).hasSize(1);
    Bytes content = watching.signatures().getFirst().content();
    assertThat(watching.ordinary())
        .hasSizeGreaterThanOrEqualTo(100)
        .noneMatch(payload -> text(payload.payload()).contains(text(content)));
  }

  @Test
  void takesWhatIsCalledBenign() {
    Watching watching = new Watching(DetectorSettings.DEFAULT, 1, TENTH_NANOS);
    watching.takeBenign(frames(7));
    watching.finish();
    assertThat(watching.ordinary()).singleElement().matches(payload -> number(payload) == 7);
  }

  private void take(Watching watching, int from, int to) {
    for (int i = from; i < to; i++) {
      watching.take(frames(i));
    }
  }

  private List<byte[]> frames(int number) {
    return new ArrayList<>(ordinary.frames(1, 1, bytes("number " + number), random));
  }

  private static int number(PayloadSample payload) {
    return Integer.parseInt(text(payload.payload()).substring("number ".length()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String text(Bytes bytes) {
    return new String(bytes.toArray(), StandardCharsets.ISO_8859_1);
  }
}
