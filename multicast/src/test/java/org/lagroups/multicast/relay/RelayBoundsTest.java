package org.lagroups.multicast.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lagroups.multicast.relay.parent.Distributor;
import org.lagroups.multicast.stream.StreamMode;

/** What a parent keeps while there is nobody to send it to. */
class RelayBoundsTest {

  private static final int PAYLOAD = 100;
  private static final long SEED = 1;

  @Test
  void ofAFileNoMoreIsTakenThanMayWait() {
    RelayLab lab = lab(StreamMode.FILE);
    Distributor distributor = lab.source().distributor();
    lab.source().send(1_000);
    assertThat(distributor.waitingChunks()).isEqualTo(Distributor.MAX_WAITING);
    assertThat(distributor.hasRoom()).isFalse();
    assertThatThrownBy(() -> distributor.offer(Pieces.piece(Distributor.MAX_WAITING, 1, 1_000)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void ofALiveStreamTheOldestMakeRoomAndAreNobodysLoss() {
    RelayLab lab = lab(StreamMode.LIVE);
    Distributor distributor = lab.source().distributor();
    for (int i = 0; i < Distributor.MAX_WAITING_LIVE + 7; i++) {
      lab.source().live(Long.MAX_VALUE / 2);
    }
    assertThat(distributor.waitingChunks()).isEqualTo(Distributor.MAX_WAITING_LIVE);
    assertThat(distributor.statistics().pktSndDrop()).as("nobody is there").isZero();
  }

  private static RelayLab lab(StreamMode mode) {
    return new RelayLab(SEED, RelaySettings.usual(mode, PAYLOAD + 300), PAYLOAD, 10);
  }
}
