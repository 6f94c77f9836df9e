package org.lagroups.node.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** That docs/LIBRARY.md quotes a program that does what the page says. */
@Tag("network")
class LibraryPageTest {

  private static final String TOUR =
      "lagroups/node/src/test/java/org/lagroups/node/guide/Tour.java";

  @TempDir private Path folder;

  @Test
  @Timeout(120)
  void itsProgramRuns() throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      Tour.main(new String[] {folder.toString()});
    } finally {
      System.setOut(before);
    }
    assertThat(out.toString(StandardCharsets.UTF_8))
        .containsSubsequence(
            "AttestationPath",
            "AttestationLost",
            "sent a broken file",
            "AttestationGained",
            "valid\n",
            "NodeLeft")
        .doesNotContain("not valid");
    assertThat(folder.resolve("alice/config.toml")).doesNotExist();
    assertThat(folder.resolve("alice/control.json")).doesNotExist();
  }

  @Test
  void itsProgramIsThatOfTheTest() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve(TOUR))) {
      root = Objects.requireNonNull(root.getParent(), "the program is not where it should be");
    }
    String code = Files.readString(root.resolve(TOUR));
    String imports =
        code.substring(code.indexOf("import "), code.indexOf("/** The program")).strip();
    String program = code.substring(code.indexOf("// begin") + 9, code.indexOf("// end")).strip();
    String page = Files.readString(root.resolve("docs/LIBRARY.md"));
    assertThat(page).contains(imports + "\n\n" + program);
    String version =
        Files.readString(root.resolve("pom.xml"))
            .replaceAll("(?s).*?<version>(.*?)</version>.*", "$1");
    assertThat(page).contains("<version>" + version + "</version>");
  }
}
