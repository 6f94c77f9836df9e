package org.lagroups.scenarios.bench.guard.bare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

final class BarePassTest {

  @Test
  void readsWhatTheProgramPrints() {
    BarePass pass = BarePass.parse("100 9000 80 7000 12 11 50000\n5.4.0 2021-03-31\n");
    assertThat(pass).isEqualTo(new BarePass(100, 9_000, 12, 11, 50_000, "5.4.0 2021-03-31"));
    assertThat(pass.megaPackets()).isEqualTo(2);
  }

  @Test
  void refusesAnythingElse() {
    assertThatIllegalStateException().isThrownBy(() -> BarePass.parse("100 9000\n5.4.0"));
    assertThatIllegalStateException().isThrownBy(() -> BarePass.parse("1 2 3 4 5 6 7"));
    assertThatIllegalStateException().isThrownBy(() -> BarePass.parse(""));
  }
}
