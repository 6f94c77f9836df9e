package org.lagroups.wormguard.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RotatingLogTest {

  private static final int LINES = 3_000;
  private static final long MOST_BYTES = 64 << 10;

  @TempDir private Path folder = Path.of("");

  @Test
  void putsFilesAsideWithoutCuttingOrLosingALine() throws IOException, GuardException {
    Path path = folder.resolve("eve.json");
    try (RotatingLog log = new RotatingLog(path, new RotatingLog.Settings(MOST_BYTES, 3))) {
      log.start();
      for (int i = 0; i < LINES; i++) {
        say(log, line(i));
      }
      assertThat(log.lost()).isZero();
    }
    List<String> all = new ArrayList<>();
    for (String name : List.of("eve.json.3", "eve.json.2", "eve.json.1", "eve.json")) {
      Path file = folder.resolve(name);
      assertThat(Files.size(file)).as(name).isLessThanOrEqualTo(MOST_BYTES);
      all.addAll(Files.readAllLines(file));
    }
    assertThat(folder.resolve("eve.json.4")).doesNotExist();
    assertThat(all).hasSizeGreaterThan(2_000).hasSizeLessThan(LINES);
    for (int i = 0; i < all.size(); i++) {
      assertThat(all.get(i)).isEqualTo(line(LINES - all.size() + i));
    }
  }

  @Test
  void goesOnInAFileOfTheSameNameWhenItIsTold()
      throws IOException, GuardException, InterruptedException {
    Path path = folder.resolve("eve.json");
    Path aside = folder.resolve("aside");
    try (RotatingLog log = new RotatingLog(path, RotatingLog.Settings.DEFAULT)) {
      log.start();
      say(log, "one");
      while (Files.size(path) == 0) {
        Thread.sleep(5);
      }
      Files.move(path, aside);
      log.reopen();
      say(log, "two");
    }
    assertThat(Files.readAllLines(aside)).containsExactly("one");
    assertThat(Files.readAllLines(path)).containsExactly("two");
    try (RotatingLog again = new RotatingLog(path, RotatingLog.Settings.DEFAULT)) {
      again.start();
      say(again, "three");
    }
    assertThat(Files.readAllLines(path)).containsExactly("two", "three");
  }

  @Test
  void countsWhatItCannotTake() {
    RotatingLog log = new RotatingLog(folder.resolve("eve.json"), RotatingLog.Settings.DEFAULT);
    for (int i = 0; i < 10_000; i++) {
      say(log, "before it is started");
    }
    assertThat(log.lost()).isEqualTo(10_000 - 8_192);
    log.close();
  }

  @Test
  void refusesWhatCannotBe() {
    RotatingLog nowhere =
        new RotatingLog(folder.resolve("none/eve.json"), RotatingLog.Settings.DEFAULT);
    assertThatThrownBy(nowhere::start)
        .isInstanceOf(GuardException.class)
        .hasMessageContaining("its folder");
    assertThatThrownBy(() -> new RotatingLog.Settings(1, 5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RotatingLog.Settings(MOST_BYTES, 1_001))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void say(RotatingLog log, String text) {
    byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
    log.line(bytes, bytes.length);
  }

  private static String line(int number) {
    return "event %05d ".formatted(number) + "x".repeat(80);
  }
}
