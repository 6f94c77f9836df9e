package org.lagroups.scenarios.demo.guard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A signature at a moment.
 *
 * @param title what signature, and when
 * @param sights what each gateway said, by its name, in their order
 */
public record Moment(String title, Map<String, Sight> sights) {

  public Moment {
    sights = Collections.unmodifiableMap(new LinkedHashMap<>(sights));
  }

  /** The gateways that said the same, for each of what was said. */
  public Map<Sight, List<String>> alike() {
    Map<Sight, List<String>> alike = new LinkedHashMap<>();
    sights.forEach((name, sight) -> alike.computeIfAbsent(sight, _ -> new ArrayList<>()).add(name));
    return alike;
  }

  /** All of it, a line for those that said the same. */
  List<String> lines() {
    return alike().entrySet().stream()
        .map(entry ->
            "seen by %s: %s endorse it, %s trusted, %s"
                .formatted(
                    String.join(", ", entry.getValue()),
                    String.join(", ", entry.getKey().endorsers()),
                    entry.getKey().count(),
                    entry.getKey().phase()))
        .toList();
  }
}
