package org.lagroups.wormguard.runtime.bypass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ToolSessionTest {

  private static final long LONG = 60_000;

  @Test
  void answersUpToTheLastLine() throws IOException {
    try (ToolSession shell = ToolSession.start("sh")) {
      assertThat(shell.ask("echo one; echo two; echo end", "end", LONG))
          .containsExactly("one", "two", "end");
      assertThat(shell.ask("echo end; echo more", "end", LONG)).containsExactly("end");
      assertThat(shell.ask("echo end", "end", LONG)).containsExactly("more", "end");
    }
  }

  @Test
  void saysWhichQuestionHasNoAnswer() throws IOException {
    try (ToolSession shell = ToolSession.start("sh")) {
      assertThatThrownBy(() -> shell.ask("echo no", "end", 300))
          .isInstanceOf(IOException.class)
          .hasMessage("sh did not answer `echo no` in 300 ms: no");
      assertThat(shell.isAlive()).isTrue();
    }
  }

  @Test
  void doesNotWaitForAToolThatHasEnded() throws IOException {
    try (ToolSession shell = ToolSession.start("sh")) {
      // Under any load: the test would be late by an hour.
      assertThatThrownBy(() -> shell.ask("echo bye; exit 3", "end", 3_600_000))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("sh ended: bye");
    }
  }
}
