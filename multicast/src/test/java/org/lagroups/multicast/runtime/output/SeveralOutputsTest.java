package org.lagroups.multicast.runtime.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.runtime.end.StreamProblem;
import org.lagroups.multicast.runtime.output.SeveralOutputs.Told;
import org.lagroups.multicast.runtime.testing.TsBytes;
import org.lagroups.multicast.stream.StreamMode;

class SeveralOutputsTest {

  private static final OutputEvent.Failed FAILED =
      new OutputEvent.Failed(new StreamProblem("full", "make room"));

  private final List<Told> told = new ArrayList<>();
  private final FakeOutput one = new FakeOutput();
  private final FakeOutput other = new FakeOutput();

  /** Takes as many payloads as a test lets it. */
  private static final class FakeOutput implements StreamOutput {
    private final List<Bytes> taken = new ArrayList<>();
    private int room = Integer.MAX_VALUE;
    private boolean isEnded;
    private boolean isClosed;

    @Override
    public boolean write(Bytes payload) {
      boolean isTaken = room-- > 0;
      if (isTaken) {
        taken.add(payload);
      }
      return isTaken;
    }

    @Override
    public void end() {
      isEnded = true;
    }

    @Override
    public OutputCounts counts() {
      return new OutputCounts(188L * taken.size(), 0, 0, 0);
    }

    @Override
    public void close() {
      isClosed = true;
    }
  }

  @Test
  void inALiveStreamNoneWaitsForAnother() {
    SeveralOutputs both = both(StreamMode.LIVE);
    one.room = 1;
    assertThat(both.write(payload(0))).isTrue();
    assertThat(both.write(payload(1))).isTrue();
    other.room = 0;
    assertThat(both.write(payload(2))).as("taken by none").isFalse();
    assertThat(one.taken).containsExactly(payload(0));
    assertThat(other.taken).containsExactly(payload(0), payload(1));
    assertThat(both.counts().bytes()).isEqualTo(3 * 188);
  }

  @Test
  void aHeldStreamGoesAsFastAsTheSlowestAndNoneGetsAnythingTwice() {
    SeveralOutputs both = both(StreamMode.FILE);
    one.room = 1;
    assertThat(both.write(payload(0))).isTrue();
    assertThat(both.write(payload(1))).as("kept for the slow one").isTrue();
    assertThat(both.write(payload(2))).isFalse();
    one.room = 10;
    both.listenerFor(0).accept(new OutputEvent.Room());
    assertThat(told)
        .containsExactly(
            new Told(0, new OutputEvent.Room()), new Told(Told.ALL, new OutputEvent.Room()));
    assertThat(both.write(payload(2))).isTrue();
    both.end();
    for (FakeOutput output : List.of(one, other)) {
      assertThat(output.taken).containsExactly(payload(0), payload(1), payload(2));
      assertThat(output.isEnded).isTrue();
    }
  }

  @Test
  void endsASlowOneOnlyOnceItHasEverything() {
    SeveralOutputs both = both(StreamMode.FILE);
    one.room = 0;
    both.write(payload(0));
    both.end();
    assertThat(other.isEnded).isTrue();
    assertThat(one.isEnded).isFalse();
    one.room = 1;
    both.listenerFor(0).accept(new OutputEvent.Room());
    assertThat(one.taken).containsExactly(payload(0));
    assertThat(one.isEnded).isTrue();
  }

  @Test
  void goesOnWithoutOneThatFails() {
    SeveralOutputs both = both(StreamMode.FILE);
    one.room = 1;
    both.write(payload(0));
    both.write(payload(1));
    assertThat(both.write(payload(2))).isFalse();
    both.listenerFor(0).accept(FAILED);
    assertThat(told)
        .containsExactly(new Told(0, FAILED), new Told(Told.ALL, new OutputEvent.Room()));
    assertThat(both.write(payload(2))).isTrue();
    assertThat(one.taken).containsExactly(payload(0));
    assertThat(other.taken).hasSize(3);
    assertThat(both.counts().bytes()).as("what had gone out still counts").isEqualTo(4 * 188);
  }

  @Test
  void tellsHowItEndedWhenNoneIsLeft() {
    assertThat(outcome(FAILED, new OutputEvent.Finished())).isEqualTo(new OutputEvent.Finished());
    assertThat(outcome(new OutputEvent.Finished(), FAILED)).isEqualTo(new OutputEvent.Finished());
    assertThat(outcome(FAILED, new OutputEvent.ReaderGone()))
        .isEqualTo(new OutputEvent.ReaderGone());
    assertThat(outcome(FAILED, FAILED)).isEqualTo(FAILED);
  }

  @Test
  void closesAll() {
    both(StreamMode.LIVE).close();
    assertThat(one.isClosed && other.isClosed).isTrue();
  }

  private OutputEvent outcome(OutputEvent first, OutputEvent second) {
    told.clear();
    SeveralOutputs both = both(StreamMode.LIVE);
    both.listenerFor(0).accept(first);
    assertThat(told).containsExactly(new Told(0, first));
    both.listenerFor(1).accept(second);
    assertThat(told).hasSize(3);
    assertThat(told.getLast().output()).isEqualTo(Told.ALL);
    return told.getLast().event();
  }

  private SeveralOutputs both(StreamMode mode) {
    SeveralOutputs both = new SeveralOutputs(2, mode, told::add);
    both.put(0, one);
    both.put(1, other);
    return both;
  }

  private static Bytes payload(int number) {
    return TsBytes.packets(number, 1);
  }
}
