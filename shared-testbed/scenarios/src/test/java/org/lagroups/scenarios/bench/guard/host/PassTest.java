package org.lagroups.scenarios.bench.guard.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PassTest {

  @Test
  void isReadAsItIsWritten() {
    Pass pass = new Pass(3_000_000, 4, 5, 1_500_000_000);
    assertThat(Pass.parse(pass.text())).isEqualTo(pass);
    assertThat(pass.megaPackets()).isEqualTo(2);
    assertThatIllegalStateException().isThrownBy(() -> Pass.parse("1 2 3"));
  }

  @Test
  void runsOnOneCore() {
    assertThat(new Core(3).pinned(List.of("a", "b")))
        .containsExactly("taskset", "-c", "3", "a", "b");
  }
}
