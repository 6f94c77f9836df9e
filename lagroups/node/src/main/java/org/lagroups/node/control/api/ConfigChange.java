package org.lagroups.node.control.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Other values for settings: all of them or, if one is refused, none.
 *
 * @param set the new values by their keys, each a list with one text unless the setting is a list
 * @param reset keys that are to have their defaults again
 */
public record ConfigChange(@Nullable Map<String, List<String>> set, @Nullable List<String> reset) {

  public ConfigChange {
    set = set == null ? Map.of() : Map.copyOf(set);
    reset = reset == null ? List.of() : List.copyOf(reset);
  }
}
