package org.lagroups.core.monitor.ask;

import java.time.Duration;
import java.util.List;

/**
 * What is asked.
 *
 * @param questions put by turns, up to {@link #MAX_QUESTIONS}. A node answers those only that it
 *     asks itself, so all members of a group have to have the same
 * @param every how long from one to the next, {@link #MIN_EVERY} to {@link #MAX_EVERY}
 */
public record QuestionSettings(List<Question> questions, Duration every) {

  /** The most questions. */
  public static final int MAX_QUESTIONS = 64;

  /** The shortest time from one question to the next. */
  public static final Duration MIN_EVERY = Duration.ofMillis(100);

  /** The longest time from one question to the next. */
  public static final Duration MAX_EVERY = Duration.ofDays(1);

  /** Nothing is asked. */
  public static final QuestionSettings NONE =
      new QuestionSettings(List.of(), Duration.ofSeconds(60));

  /** Copies {@code questions}. */
  public QuestionSettings {
    questions = List.copyOf(questions);
    if (questions.size() > MAX_QUESTIONS) {
      throw new IllegalArgumentException("up to 64 questions, not " + questions.size());
    }
    if (every.compareTo(MIN_EVERY) < 0 || every.compareTo(MAX_EVERY) > 0) {
      throw new IllegalArgumentException(
          "from one question to the next is 100 ms to 1 day, not " + every);
    }
  }
}
