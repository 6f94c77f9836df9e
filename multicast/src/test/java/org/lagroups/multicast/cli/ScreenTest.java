package org.lagroups.multicast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.node.cli.Output;

class ScreenTest {

  private static final String SHOW_CURSOR = "\u001b[?25h";

  private final StringWriter printed = new StringWriter();

  @Test
  void writesOverWhatItShowedBeforeAndGivesTheCursorBack() {
    try (Screen screen = new Screen(output(), true)) {
      screen.show(List.of("one", "two"));
      printed.getBuffer().setLength(0);
      screen.show(List.of("three"));
      assertThat(printed.toString())
          .startsWith("\u001b[Hthree\u001b[K")
          .contains("\u001b[J")
          .doesNotContain("\u001b[2J", SHOW_CURSOR);
      printed.getBuffer().setLength(0);
    }
    assertThat(printed.toString().strip()).isEqualTo(SHOW_CURSOR);
  }

  @Test
  void elsewhereItShowsLinesOnly() {
    try (Screen screen = new Screen(output(), false)) {
      screen.show(List.of("one", "two"));
    }
    assertThat(printed.toString().lines()).containsExactly("one", "two");
  }

  private Output output() {
    PrintWriter out = new PrintWriter(printed);
    return new Output(out, out, false, true);
  }
}
