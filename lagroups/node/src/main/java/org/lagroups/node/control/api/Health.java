package org.lagroups.node.control.api;

import java.util.List;

/**
 * Whether the node can do its work.
 *
 * @param status {@code ok} or {@code degraded}
 * @param problems what is wrong and what to do, for people
 */
public record Health(String status, List<String> problems) {

  public Health {
    problems = List.copyOf(problems);
  }

  /** Degraded if there is any problem. */
  public static Health of(List<String> problems) {
    return new Health(problems.isEmpty() ? "ok" : "degraded", problems);
  }
}
