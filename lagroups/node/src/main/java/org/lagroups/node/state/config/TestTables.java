package org.lagroups.node.state.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lagroups.core.monitor.ask.Question;
import org.lagroups.core.monitor.ask.QuestionSettings;
import org.lagroups.core.monitor.kit.BatteryPlan;
import org.lagroups.core.monitor.kit.KitSettings;
import org.lagroups.core.monitor.kit.TestKind;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.Printable;

/** The tables {@code [tests]} and {@code [tests.group.ID]} of the settings. */
final class TestTables {

  private static final long MAX_RATE = 1_000_000_000_000L;
  private static final long MAX_SECONDS = QuestionSettings.MAX_EVERY.toSeconds();

  private static final List<String> WORDS =
      Arrays.stream(TestKind.values()).map(TestKind::word).toList();

  private TestTables() {}

  static TestConfig read(ConfigTable tests) {
    KitSettings defaults = KitSettings.DEFAULT;
    BatteryPlan standard = plan(tests, defaults.standard());
    Map<GroupId, BatteryPlan> byGroup = byGroup(tests.table("group"), standard);
    KitSettings kit =
        defaults
            .withStandard(standard)
            .withGroups(byGroup)
            .withThroughputFloor(
                tests.number(
                    "throughput-bits-per-second",
                    defaults.throughput().floorBitsPerSecond(),
                    1,
                    MAX_RATE))
            .withFloodCeiling(
                (double)
                    tests.number(
                        "flood-messages-per-second",
                        (long) defaults.flood().messages().perSecond(),
                        1,
                        MAX_RATE),
                (double)
                    tests.number(
                        "flood-bytes-per-second",
                        (long) defaults.flood().bytes().perSecond(),
                        1,
                        MAX_RATE));
    QuestionSettings questions = questions(tests);
    if (kit.uses(TestKind.ANSWERS) && questions.questions().isEmpty()) {
      throw tests.wrong(
          "questions",
          new IllegalArgumentException(
              "where \"answers\" is among the tests, there is something to ask: "
                  + "[\"dns NAME\", \"key HOST:PORT\", \"http URL\"]"));
    }
    tests.refuseOthers();
    return new TestConfig(kit, questions);
  }

  private static BatteryPlan plan(ConfigTable table, BatteryPlan otherwise) {
    Set<TestKind> kinds = EnumSet.copyOf(otherwise.tests());
    List<TestKind> named = table.choices("battery", WORDS, TestTables::kind);
    if (table.has("battery")) {
      if (named.isEmpty()) {
        throw table.wrong("battery", new IllegalArgumentException("one test or more"));
      }
      kinds = EnumSet.copyOf(named);
    }
    int needed = (int) table.number("needed", 0, 0, kinds.size());
    return needed == 0 ? BatteryPlan.allOf(kinds) : new BatteryPlan(kinds, needed);
  }

  private static Map<GroupId, BatteryPlan> byGroup(ConfigTable groups, BatteryPlan standard) {
    Map<GroupId, BatteryPlan> plans = new HashMap<>();
    groups
        .tables()
        .forEach((id, table) -> {
          try {
            plans.put(GroupId.parse(id), plan(table, standard));
          } catch (IllegalArgumentException e) {
            throw groups.wrong(id, e);
          }
          table.refuseOthers();
        });
    return plans;
  }

  private static QuestionSettings questions(ConfigTable tests) {
    QuestionSettings defaults = QuestionSettings.NONE;
    List<Question> questions = tests.texts("questions", Question::parse);
    long seconds = tests.number("question-seconds", defaults.every().toSeconds(), 1, MAX_SECONDS);
    try {
      return new QuestionSettings(questions, Duration.ofSeconds(seconds));
    } catch (IllegalArgumentException e) {
      throw tests.wrong("questions", e);
    }
  }

  private static TestKind kind(String text) {
    return Arrays.stream(TestKind.values())
        .filter(kind -> kind.word().equals(text))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "tests are %s, not %s"
                    .formatted(
                        WORDS.stream()
                            .map(word -> '"' + word + '"')
                            .collect(Collectors.joining(", ")),
                        Printable.of(text))));
  }
}
