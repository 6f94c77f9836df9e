package org.lagroups.core.monitor.ask;

import java.util.Map;

/**
 * What a {@link QuestionMachine} has done since it was made.
 *
 * @param put questions put, each to all nodes under test
 * @param answered answers given to others
 * @param unknown answers that this node could not find out for itself
 * @param dropped messages dropped, and why
 */
public record QuestionCounters(
    long put, long answered, long unknown, Map<QuestionDrop, Long> dropped) {

  public QuestionCounters {
    dropped = Map.copyOf(dropped);
  }
}
