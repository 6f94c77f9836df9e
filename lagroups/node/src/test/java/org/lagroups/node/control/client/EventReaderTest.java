package org.lagroups.node.control.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lagroups.node.control.ApiEvent;

final class EventReaderTest {

  @Test
  void readsEventsHoweverTheirLinesEnd() throws IOException {
    for (String end : List.of("\n", "\r\n", "\r")) {
      String text = ":|id: 7|event: a|data: {\"x\":|data: 1}||||data:2|retry: 5||data: 3|";
      assertThat(heard(text.replace("|", end))).containsExactly("7 a {\"x\":1}", "7 message 2");
    }
  }

  @Test
  void aTypeWithoutDataIsNoEvent() throws IOException {
    assertThat(heard("event: a\n\ndata: 1\n\n")).containsExactly(" message 1");
  }

  @Test
  void whatIsNoJsonIsRefused() {
    assertThatThrownBy(() -> heard("data: {\n\n"))
        .isInstanceOfSatisfying(
            ControlException.class,
            e -> assertThat(e.code()).isEqualTo(ControlException.NOT_UNDERSTOOD));
  }

  @Test
  void noEventIsLongerThanTheBound() {
    Reader endless =
        new Reader() {
          @Override
          public int read() {
            return 'x';
          }

          @Override
          public int read(char[] target, int at, int length) {
            throw new AssertionError("a character at a time");
          }

          @Override
          public void close() {}
        };
    assertThatThrownBy(() -> new EventReader(endless).next()).isInstanceOf(ControlException.class);
  }

  private static List<String> heard(String text) throws IOException {
    List<String> heard = new ArrayList<>();
    EventReader reader = new EventReader(new StringReader(text));
    for (Optional<ApiEvent> next = reader.next(); next.isPresent(); next = reader.next()) {
      ApiEvent event = next.get();
      heard.add(event.id() + " " + event.type() + " " + event.data());
    }
    return heard;
  }
}
