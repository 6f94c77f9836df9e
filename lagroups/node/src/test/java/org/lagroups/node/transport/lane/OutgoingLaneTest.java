package org.lagroups.node.transport.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;

/** What one side gives to a connection at a time. */
final class OutgoingLaneTest {

  private static final int MAX_BYTES = 1_000_000;

  private final OutgoingLane lane =
      new OutgoingLane(Lane.BULK, UnpooledByteBufAllocator.DEFAULT, MAX_BYTES);

  @Test
  void givesTogetherWhatWaitsInPieces() {
    List<Integer> lengths = List.of(5, 7, 20_000, 3, 40_000, 0);
    lengths.forEach(this::offer);
    assertThat(framesIn(poll())).isEqualTo(lengths);
    assertThat(lane.poll()).as("anything more").isNull();
  }

  @Test
  void givesNoMoreAtATimeThanAChunk() {
    for (int i = 0; i < 5; i++) {
      offer(Framing.MAX_MESSAGE_BYTES);
    }
    assertThat(poll().readableBytes()).isEqualTo(OutgoingLane.CHUNK_BYTES);
    assertThat(poll().readableBytes()).isEqualTo(OutgoingLane.CHUNK_BYTES);
    assertThat(framesIn(poll())).containsExactly(Framing.MAX_MESSAGE_BYTES);
  }

  @Test
  void stopsWithinAChunkWhereTooMuchIsUnconfirmed() {
    OutgoingLane narrow = new OutgoingLane(Lane.BULK, UnpooledByteBufAllocator.DEFAULT, 100_000);
    Bytes message = Bytes.copyOf(new byte[45_000]);
    assertThat(narrow.offer(1, message)).isTrue();
    assertThat(narrow.offer(1, message)).isTrue();
    assertThat(framesIn(Objects.requireNonNull(narrow.poll()))).hasSize(2);
    assertThat(narrow.offer(1, message)).isTrue();
    assertThat(narrow.offer(1, message)).isTrue();
    assertThat(framesIn(Objects.requireNonNull(narrow.poll()))).as("past the bound").hasSize(1);
    assertThat(narrow.poll()).as("until something is confirmed").isNull();
    assertThat(narrow.confirm(45_004)).isTrue();
    assertThat(framesIn(Objects.requireNonNull(narrow.poll()))).hasSize(1);
  }

  @Test
  void goesBackIntoTheMiddleOfAChunk() {
    List.of(30_000, 20_000, 100).forEach(this::offer);
    poll().release();
    assertThat(lane.rewind(30_004)).isTrue();
    assertThat(framesIn(poll())).containsExactly(20_000, 100);
  }

  private void offer(int length) {
    assertThat(lane.offer(1, Bytes.copyOf(new byte[length]))).isTrue();
  }

  private ByteBuf poll() {
    return Objects.requireNonNull(lane.poll());
  }

  private static List<Integer> framesIn(ByteBuf chunk) {
    List<Integer> lengths = new ArrayList<>();
    new FrameReader(
            new FrameReader.Sink() {
              @Override
              public boolean message(FrameKind kind, int protocol, Bytes message) {
                lengths.add(message.length());
                return true;
              }

              @Override
              public void unreadable(String what) {
                throw new AssertionError(what);
              }
            })
        .read(chunk);
    chunk.release();
    return lengths;
  }
}
