package org.lagroups.wormguard.runtime.guard;

import java.util.List;
import org.lagroups.wormguard.rule.Rule;

/**
 * The rules of some files.
 *
 * @param rules no two of which have the same {@code gid} and {@code sid}
 * @param refused how many could not be taken
 * @param notes about those, one a line, for people: the first of each file
 */
public record Rulings(List<Rule> rules, long refused, List<String> notes) {

  public Rulings {
    rules = List.copyOf(rules);
    notes = List.copyOf(notes);
  }
}
