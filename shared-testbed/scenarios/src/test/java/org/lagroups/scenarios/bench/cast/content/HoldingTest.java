package org.lagroups.scenarios.bench.cast.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;

final class HoldingTest {

  private static final SharedFile FILE = new SharedFile(3, 2, 100);

  @Test
  void isWholeWithAllChunksOnly() throws InterruptedException {
    Holding holding = new Holding(FILE);
    assertThat(holding.put(1, FILE.chunk(1))).isTrue();
    assertThat(holding.awaitWhole(1)).isFalse();
    assertThat(holding.put(0, FILE.chunk(0))).isTrue();
    assertThat(holding.put(0, FILE.chunk(0))).isFalse();
    assertThat(holding.awaitWhole(1)).isTrue();
    assertThat(holding.await(1)).isEqualTo(FILE.chunk(1));
  }

  @Test
  void refusesAnAlteredChunk() {
    Holding holding = new Holding(FILE);
    byte[] altered = FILE.chunk(0).toArray();
    altered[99]++;
    assertThatIllegalStateException().isThrownBy(() -> holding.put(0, Bytes.copyOf(altered)));
    assertThatIllegalStateException().isThrownBy(() -> holding.put(0, FILE.chunk(1)));
    assertThatIllegalStateException().isThrownBy(() -> holding.put(0, Bytes.EMPTY));
  }

  @Test
  void refusesAFileThatDoesNotFitIntoMemory() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SharedFile(0, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new SharedFile(0, 1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new SharedFile(0, 16_385, 16_384));
    assertThat(new SharedFile(0, 16_384, 16_384).bytes()).isEqualTo(SharedFile.MAX_BYTES);
  }
}
