package org.lagroups.scenarios.bench.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class TimelineTest {

  private static final long SECOND = 1_000_000_000;
  private static final long STEP = SECOND / 5;
  private static final long MBIT = 125_000;

  @Test
  void whatComesBetweenTwoLooksComesEvenly() {
    Timeline line = Timeline.parse("1000000000:0 2000000000:125000 3000000000:375000");
    assertThat(line.bytesAt(1_500_000_000)).isEqualTo(62_500);
    assertThat(line.bytesAt(0)).isZero();
    assertThat(line.bytesAt(4 * SECOND)).isEqualTo(375_000);
    assertThat(line.mbit(SECOND, 2 * SECOND)).isEqualTo(1);
    assertThat(line.endNanos()).isEqualTo(3 * SECOND);
  }

  @Test
  void sharesAreBackWhenTheNextSecondHasThem() {
    // 8 Mbit/s for 5 s, 4 Mbit/s for 2 s, and 8 again.
    Timeline line =
        line(
            0,
            15,
            at ->
                at <= 5 * SECOND
                    ? 8 * at
                    : at <= 7 * SECOND ? 20 * SECOND + 4 * at : 8 * at - 8 * SECOND);
    List<Timeline> one = List.of(line);
    assertThat(Timeline.secondsUntil(one, 7.2, 2 * SECOND)).isZero();
    assertThat(Timeline.secondsUntil(one, 7.2, 5 * SECOND)).isCloseTo(1.8, within(0.11));
    assertThat(Timeline.secondsUntilBack(one, 7.2, 3 * SECOND)).isCloseTo(3.8, within(0.11));
    assertThat(Timeline.secondsUntilBack(one, 7.2, 9 * SECOND)).isZero();
  }

  @Test
  void neverBackIsAsLongAsThereWas() {
    List<Timeline> one = List.of(line(0, 10, at -> 2 * at));
    assertThat(Timeline.secondsUntil(one, 7.2, 5 * SECOND)).isCloseTo(4, within(0.11));
  }

  @Test
  void countsPausesBetweenTheFirstByteAndTheLast() {
    Timeline line = line(0, 10, at -> at < 2 * SECOND ? 0 : at < 5 * SECOND ? 3 * SECOND : at);
    assertThat(line.pauses(SECOND)).isEqualTo(1);
    assertThat(line.pauses(4 * SECOND)).isZero();
  }

  /** How many megabits there are by a time, times the nanoseconds of a second. */
  private interface Growth {
    long at(long nanos);
  }

  private static Timeline line(long fromSeconds, long toSeconds, Growth mbit) {
    return Timeline.parse(
        LongStream.rangeClosed(fromSeconds * SECOND / STEP, toSeconds * SECOND / STEP)
            .map(step -> step * STEP)
            .mapToObj(at -> at + ":" + Math.round((double) mbit.at(at) / SECOND * MBIT))
            .collect(Collectors.joining(" ")));
  }
}
