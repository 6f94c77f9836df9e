package org.lagroups.wormguard.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;

class LiteralSetTest {

  private final LiteralSet.Builder builder = LiteralSet.builder();

  @Test
  void keepsTheOrderOfWhatItTakes() {
    assertThat(add(7, 1)).isEmpty();
    assertThat(add(3, Literal.MAX_LENGTH_BYTES)).isEmpty();
    assertThat(builder.build().literals()).extracting(Literal::id).containsExactly(7, 3);
  }

  @Test
  void refusesWhatHasNoBytesOrTooMany() {
    assertThat(add(0, 0)).contains(LiteralRefusal.EMPTY);
    assertThat(add(0, Literal.MAX_LENGTH_BYTES + 1)).contains(LiteralRefusal.TOO_LONG);
    assertThat(builder.build().size()).isZero();
  }

  @Test
  void refusesAnIdThatIsTaken() {
    add(5, 1);
    assertThat(add(5, 2)).contains(LiteralRefusal.ID_TAKEN);
  }

  @Test
  void refusesAnIdBelowZero() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Literal(-1, Bytes.EMPTY, false))
        .withMessageContaining("-1");
  }

  @Test
  void takesNoMoreLiteralsThanItsBound() {
    for (int id = 0; id < LiteralSet.MAX_LITERALS; id++) {
      assertThat(add(id, 1)).isEmpty();
    }
    assertThat(add(LiteralSet.MAX_LITERALS, 1)).contains(LiteralRefusal.TOO_MANY);
  }

  @Test
  void takesNoMoreBytesThanItsBound() {
    int longest = LiteralSet.MAX_TOTAL_BYTES / Literal.MAX_LENGTH_BYTES;
    for (int id = 1; id < longest; id++) {
      add(id, Literal.MAX_LENGTH_BYTES);
    }
    assertThat(add(longest, Literal.MAX_LENGTH_BYTES - 1)).isEmpty();
    assertThat(add(longest + 1, 2)).contains(LiteralRefusal.TOO_MANY_BYTES);
    assertThat(add(longest + 1, 1)).isEmpty();
  }

  private Optional<LiteralRefusal> add(int id, int length) {
    return builder.add(new Literal(id, Bytes.wrapOwned(new byte[length]), false));
  }
}
