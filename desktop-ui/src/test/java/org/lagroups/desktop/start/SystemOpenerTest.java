package org.lagroups.desktop.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.desktop.Fx;
import org.lagroups.desktop.screen.Notices;

@DisabledOnOs(OS.WINDOWS)
class SystemOpenerTest {

  private static final URI STREAM = URI.create("http://127.0.0.1:4711/");

  @TempDir private Path folder;
  private final Notices notices = new Notices();

  @Test
  void handsAPlayerAListWithTheStreamInIt() throws IOException {
    opener("cp \"$0\" '%s'; echo \"$0\" > '%s'").play(STREAM);
    Path seen = folder.resolve("name");
    awaitFile(seen);
    assertThat(Files.readString(seen).strip()).endsWith(".m3u");
    assertThat(folder.resolve("seen")).hasContent(STREAM.toString());
  }

  @Test
  void opensTheFolderThatAFileIsIn() throws IOException {
    opener(": '%s'; echo \"$0\" > '%s'").reveal(folder.resolve("film.ts").toString());
    awaitFile(folder.resolve("name"));
    assertThat(Files.readString(folder.resolve("name")).strip()).isEqualTo(folder.toString());
  }

  @Test
  void saysWhenNothingWasOpenedAndWhereTheStreamIs() {
    opener("exit 3").play(STREAM);
    awaitNotice("No player was opened", "sh ended with 3. Open " + STREAM);
  }

  @Test
  void saysWhenTheSystemHasNoOpener() {
    new SystemOpener(notices, Fx::run, List.of("/nowhere/opener")).play(STREAM);
    awaitNotice("No player was opened", "There is no opener here. Open " + STREAM);
  }

  @Test
  void aFileOfAnotherMachineIsNotOpened() {
    for (String file : List.of("/nowhere/film.ts", "C:\\film.ts", "film.ts", "a\0b", "", "/")) {
      notices.clear();
      opener("exit 3").reveal(file);
      awaitNotice("is not on this machine", "moved");
    }
  }

  /** One that runs a line of the shell, in which what is to be opened is $0. */
  private SystemOpener opener(String line) {
    String script = line.formatted(folder.resolve("seen"), folder.resolve("name"));
    return new SystemOpener(notices, Fx::run, List.of("/bin/sh", "-c", script));
  }

  private static void awaitFile(Path file) {
    Fx.awaitHere(
        file + " is written",
        () -> {
          try {
            return Files.exists(file) && Files.size(file) > 0;
          } catch (IOException e) {
            return false;
          }
        });
  }

  private void awaitNotice(String message, String hint) {
    Fx.await("it is told", () -> !notices.all().isEmpty());
    Notices.Notice told = Fx.ask(() -> Objects.requireNonNull(notices.all().getFirst()));
    assertThat(told.message()).contains(message);
    assertThat(told.hint()).contains(hint);
  }
}
