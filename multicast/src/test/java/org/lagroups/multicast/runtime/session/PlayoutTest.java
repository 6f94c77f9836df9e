package org.lagroups.multicast.runtime.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.runtime.output.OutputCounts;
import org.lagroups.multicast.runtime.output.StreamOutput;

class PlayoutTest {

  private final Out out = new Out();
  private final Set<Long> missing = new HashSet<>();
  private final Map<Long, Consumer<Optional<Bytes>>> reading = new HashMap<>();
  private boolean isSlowToRead;

  @Test
  void writesInOrderWhatIsThereAndEndsBehindTheLast() {
    Playout playout = playout(true);
    playout.advanced(2);
    assertThat(out.written).containsExactly(0, 1);
    playout.ends(4);
    assertThat(out.isEnded).isFalse();
    playout.advanced(4);
    assertThat(out.written).containsExactly(0, 1, 2, 3);
    assertThat(out.isEnded).isTrue();
  }

  @Test
  void passesOverWhatWasGivenUpAndTheEmptyChunkAtTheEnd() {
    missing.add(1L);
    Playout playout = playout(true);
    playout.ends(4);
    playout.advanced(4);
    assertThat(out.written).containsExactly(0, 2, 3);
    assertThat(out.isEnded).isTrue();
  }

  @Test
  void beginsWhereALiveStreamIs() {
    Playout playout = playout(true);
    playout.skipTo(5);
    playout.advanced(7);
    assertThat(out.written).containsExactly(5, 6);
  }

  @Test
  void ofALiveStreamWhatTheOutputDoesNotTakeIsLost() {
    Playout playout = playout(true);
    out.isFull = true;
    playout.advanced(2);
    out.isFull = false;
    playout.advanced(3);
    assertThat(out.written).containsExactly(2);
  }

  @Test
  void ofAFileItWaits() {
    Playout playout = playout(false);
    playout.ends(3);
    out.isFull = true;
    playout.advanced(3);
    assertThat(out.written).isEmpty();
    out.isFull = false;
    playout.advanced(3);
    assertThat(out.written).as("not before there is room").isEmpty();
    playout.hasRoom();
    assertThat(out.written).containsExactly(0, 1, 2);
    assertThat(out.isEnded).isTrue();
  }

  @Test
  void readsOneAfterAnotherAndEndsOnceEvenIfReadingTakesAWhile() {
    isSlowToRead = true;
    Playout playout = playout(false);
    playout.advanced(2);
    playout.ends(2);
    playout.hasRoom();
    assertThat(reading.keySet()).containsExactly(0L);
    Objects.requireNonNull(reading.remove(0L)).accept(Optional.of(payload(0)));
    assertThat(reading.keySet()).containsExactly(1L);
    assertThat(out.isEnded).isFalse();
    Objects.requireNonNull(reading.remove(1L)).accept(Optional.of(payload(1)));
    assertThat(out.written).containsExactly(0, 1);
    playout.hasRoom();
    assertThat(out.ends).isEqualTo(1);
  }

  @Test
  void aLongStreamThatIsThereAlreadyTakesNoStack() {
    Playout playout = playout(true);
    playout.advanced(100_000);
    assertThat(out.written).hasSize(100_000);
  }

  private Playout playout(boolean isLive) {
    return new Playout(out, this::read, isLive);
  }

  private void read(long sequence, Consumer<Optional<Bytes>> then) {
    if (isSlowToRead) {
      reading.put(sequence, then);
    } else {
      then.accept(missing.contains(sequence) ? Optional.empty() : Optional.of(payload(sequence)));
    }
  }

  private static Bytes payload(long sequence) {
    return Bytes.wrapOwned(
        new byte[] {(byte) (sequence >> 16), (byte) (sequence >> 8), (byte) sequence});
  }

  private static final class Out implements StreamOutput {

    private final List<Integer> written = new ArrayList<>();
    private boolean isFull;
    private boolean isEnded;
    private int ends;

    @Override
    public boolean write(Bytes payload) {
      if (!isFull) {
        byte[] number = payload.toArray();
        written.add((number[0] & 0xff) << 16 | (number[1] & 0xff) << 8 | (number[2] & 0xff));
      }
      return !isFull;
    }

    @Override
    public void end() {
      isEnded = true;
      ends++;
    }

    @Override
    public OutputCounts counts() {
      return OutputCounts.NONE;
    }

    @Override
    public void close() {}
  }
}
