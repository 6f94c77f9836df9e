package org.lagroups.scenarios.process;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * The side of an {@link ObedientProcess} that obeys: each line of its input is an order, answered
 * by one line that begins with {@link #ANSWER}. It ends when its input does.
 */
public final class Orders {

  /** What answers begin with: libraries print on the same stream. */
  static final String ANSWER = "@ ";

  /** To conditions that did not come to hold in time. */
  static final String LATE = "late";

  private static final String STARTED = "started";

  private Orders() {}

  /** What obeys. */
  @FunctionalInterface
  public interface Servant {

    /**
     * Does what it is told.
     *
     * @param order its words
     * @return the answer, of one line
     */
    String obey(String[] order) throws Exception;
  }

  /** Says that it is ready, and obeys until the input ends. */
  public static void take(Servant servant) throws Exception {
    answer(STARTED);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      answer(servant.obey(line.split(" ", -1)));
    }
  }

  /** To a condition that was waited for: whether it came. */
  public static String came(boolean inTime) {
    return inTime ? "done" : LATE;
  }

  /** To orders that nobody knows. */
  public static String unknown(String[] order) {
    return "unknown order " + order[0];
  }

  private static void answer(String text) {
    System.out.println(ANSWER + text);
    System.out.flush();
  }
}
