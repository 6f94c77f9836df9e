package org.lagroups.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolIdTest {

  @Test
  void fitsIntoAByte() {
    assertThat(new ProtocolId(1).number()).isEqualTo(1);
    assertThat(new ProtocolId(255).number()).isEqualTo(255);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 256})
  void refusesOtherNumbers(int number) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ProtocolId(number))
        .withMessageContaining("1 to 255, not " + number);
  }
}
