package org.lagroups.wormguard.engine.header;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the bits that a set of rules keeps with flows. For one thread, while rules are loaded.
 */
public final class FlowBitNames {

  private final Map<String, Integer> numbers = new HashMap<>();

  /** The numbers of names, from 0; a name that is new gets the next. */
  int[] numbers(List<String> names) {
    return names.stream()
        .mapToInt(name -> numbers.computeIfAbsent(name, _ -> numbers.size()))
        .toArray();
  }

  /** All names, in the order of their numbers. */
  public List<String> names() {
    String[] names = new String[numbers.size()];
    numbers.forEach((name, number) -> names[number] = name);
    return List.of(names);
  }

  /** How many bits there are. */
  public int count() {
    return numbers.size();
  }
}
