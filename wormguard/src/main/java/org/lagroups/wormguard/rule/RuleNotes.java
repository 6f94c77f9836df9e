package org.lagroups.wormguard.rule;

import java.util.List;
import java.util.Optional;

/**
 * What a rule says for people and programs that see its alerts. Texts are those of whoever wrote
 * the rule: not safe to print as they are.
 *
 * @param message {@code msg}; empty if there is none
 * @param classtype the kind of what was found; empty if the rule does not say
 * @param priority from 1, the most urgent, to 255; if the rule says one
 * @param references where to read more, as {@code cve,2002-0649}
 * @param metadata the elements, as {@code created_at 2010_07_30}
 * @param target which side is attacked, if the rule says so
 */
public record RuleNotes(
    String message,
    String classtype,
    Optional<Integer> priority,
    List<String> references,
    List<String> metadata,
    Optional<Target> target) {

  public RuleNotes {
    references = List.copyOf(references);
    metadata = List.copyOf(metadata);
  }

  /** The side of a packet that is attacked. */
  public enum Target {
    /** Who sends the packet. */
    SOURCE,
    /** Who receives it. */
    DESTINATION
  }
}
