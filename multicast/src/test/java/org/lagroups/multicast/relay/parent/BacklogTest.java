package org.lagroups.multicast.relay.parent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lagroups.multicast.relay.Pieces;
import org.lagroups.multicast.stream.chunk.SealedChunk;

class BacklogTest {

  private static final long COUNT = 20;

  private final Backlog file = new Backlog(false);
  private final Backlog live = new Backlog(true);

  @Test
  void aFileWaitsWhenAsManyChunksDoAsMay() {
    for (int i = 0; i < Backlog.MAX_WAITING; i++) {
      assertThat(file.hasRoom()).isTrue();
      file.add(Pieces.piece(i, 1, Long.MAX_VALUE), 0);
    }
    assertThat(file.hasRoom()).isFalse();
    assertThat(file.isFull()).isTrue();
  }

  @Test
  void aLiveStreamHasRoomAndSaysWhenTheOldestMustGo() {
    for (int i = 0; i < Backlog.MAX_WAITING_LIVE; i++) {
      assertThat(live.isFull()).isFalse();
      live.add(Pieces.piece(i, 1, Long.MAX_VALUE), 0);
    }
    assertThat(live.hasRoom()).isTrue();
    assertThat(live.isFull()).isTrue();
    assertThat(live.drop().chunk().sequence()).isZero();
    assertThat(live.isFull()).isFalse();
  }

  @Test
  void saysHowLongTheFirstHasWaited() {
    assertThat(file.waitedNanos(5)).isZero();
    file.add(piece(0), 10);
    file.add(piece(1), 20);
    assertThat(file.waitedNanos(50)).isEqualTo(40);
    file.send();
    assertThat(file.waitedNanos(50)).isEqualTo(30);
  }

  @Test
  void knowsWhatWasSentAndWhenThatIsAll() {
    for (int i = 0; i < COUNT; i++) {
      file.add(piece(i), 0);
    }
    for (int i = 0; i < COUNT - 1; i++) {
      file.send();
    }
    assertThat(file.isOnlyTheLast()).isTrue();
    assertThat(file.wasSent(COUNT - 2)).isTrue();
    assertThat(file.wasSent(COUNT - 1)).isFalse();
    assertThat(file.isOver()).isFalse();
    file.send();
    assertThat(file.isOver()).isTrue();
    assertThat(file.end()).isEqualTo(COUNT);
  }

  @Test
  void whatALiveStreamDroppedWasNotSent() {
    live.add(piece(3), 0);
    live.add(piece(4), 0);
    live.add(piece(5), 0);
    live.send();
    live.drop();
    live.send();
    assertThat(live.wasSent(3)).isTrue();
    assertThat(live.wasSent(4)).isFalse();
    assertThat(live.wasSent(5)).isTrue();
  }

  @Test
  void whatIsBelowTheStartCountsAsSent() {
    file.startAt(7);
    assertThat(file.wasSent(6)).isTrue();
    assertThat(file.wasSent(7)).isFalse();
    assertThat(file.end()).isEqualTo(7);
  }

  private static SealedChunk piece(long sequence) {
    return Pieces.piece(sequence, 1, COUNT);
  }
}
