package org.lagroups.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lagroups.scenarios.adversary.play.AdversaryScenarios;
import org.lagroups.scenarios.sim.scenario.Scenario;

/** The page on threats names tests and scenarios that exist. */
final class ThreatsTest {

  private static final Pattern NAMED_TEST = Pattern.compile("`([A-Z]\\w*Test)(?:#(\\w+))?`");
  private static final Pattern NAMED_SCENARIO = Pattern.compile("`lag sim ([a-z-]+)`");

  @Test
  void everyTestThatItNamesExists() throws IOException {
    Map<String, String> tests = tests();
    List<String> missing = new ArrayList<>();
    int named = 0;
    for (Matcher found = NAMED_TEST.matcher(page()); found.find(); named++) {
      String text = tests.get(found.group(1));
      String method = found.group(2);
      if (text == null || (method != null && !text.contains("void " + method + "("))) {
        missing.add(found.group());
      }
    }
    assertThat(missing).isEmpty();
    assertThat(named).isGreaterThan(30);
  }

  @Test
  void itTellsOfEveryAdversaryThatCanBePlayed() throws IOException {
    List<String> told =
        NAMED_SCENARIO.matcher(page()).results().map(found -> found.group(1)).distinct().toList();
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            AdversaryScenarios.all().stream().map(Scenario::name).toList());
  }

  private static String page() throws IOException {
    return Files.readString(root().resolve("docs/THREATS.md"));
  }

  /** All tests of the house, by name. Where two share one, both count. */
  private static Map<String, String> tests() throws IOException {
    try (Stream<Path> files = Files.walk(root(), 20)) {
      List<Path> tests =
          files
              .filter(file -> file.toString().contains("/src/test/java/"))
              .filter(file -> file.toString().endsWith("Test.java"))
              .toList();
      return tests.stream()
          .collect(Collectors.toMap(ThreatsTest::name, ThreatsTest::text, String::concat));
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).replace(".java", "");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("docs/THREATS.md"))) {
      folder = folder.resolve("..").normalize();
    }
    return folder;
  }
}
