package org.lagroups.scenarios.demo.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lagroups.scenarios.guard.Outbreak;

final class PassTest {

  private static final int WORMS = Outbreak.INFECTED;

  @Test
  void isCleanOnlyIfNothingButTheWormIsGone() {
    assertThat(pass(WORMS, Outbreak.ORDINARY, 0, true).isClean()).isTrue();
    assertThat(pass(WORMS, Outbreak.ORDINARY, 0, false).isClean()).isFalse();
    assertThat(pass(WORMS, Outbreak.ORDINARY - 1, 0, true).isClean()).isFalse();
    assertThat(pass(WORMS, Outbreak.ORDINARY + 1, 1, true).isClean()).isFalse();
    assertThat(pass(0, Outbreak.ORDINARY, 0, true).isClean()).isFalse();
  }

  @Test
  void isWholeOnlyIfTheWormIsThere() {
    assertThat(pass(WORMS, Pass.FRAMES, WORMS, true).isWhole()).isTrue();
    assertThat(pass(WORMS, Pass.FRAMES, WORMS, false).isWhole()).isFalse();
    assertThat(pass(WORMS, Outbreak.ORDINARY, 0, true).isWhole()).isFalse();
  }

  private static Pass pass(int worms, long written, int wormsWritten, boolean isExact) {
    return new Pass("a", "now", worms, written, wormsWritten, isExact);
  }
}
