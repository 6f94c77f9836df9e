package org.lagroups.wormguard.rule.address;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lagroups.wormguard.rule.text.Mistake;

/**
 * Reads one set: an element, a variable, a list in brackets, or {@code !} before one of these. What
 * a list means is what one of its elements means, without what those behind a {@code !} mean; if
 * all are, it is everything else.
 */
final class SetReader<S> {

  private final Algebra<S> algebra;
  private final Variables variables;
  private final String keyword;

  /** Each variable is read once, so that those that name each other many times cost no more. */
  private final Map<String, S> known = new HashMap<>();

  private int elements;

  SetReader(Algebra<S> algebra, Variables variables, String keyword) {
    this.algebra = algebra;
    this.variables = variables;
    this.keyword = keyword;
  }

  S read(String text) throws Mistake {
    return read(text.strip(), 0);
  }

  private S read(String text, int depth) throws Mistake {
    if (depth > Sets.MAX_DEPTH) {
      throw new Mistake(
          keyword,
          "has lists or variables within each other more than %d deep, or a variable within itself"
              .formatted(Sets.MAX_DEPTH));
    }
    if (text.startsWith("!")) {
      return algebra.minus(algebra.any(), read(text.substring(1).strip(), depth + 1));
    }
    if (text.startsWith("$")) {
      return variable(text.substring(1), depth);
    }
    if (text.startsWith("[")) {
      return list(text, depth);
    }
    elements++;
    if (elements > Sets.MAX_ELEMENTS) {
      throw new Mistake(keyword, "has more than %d elements".formatted(Sets.MAX_ELEMENTS));
    }
    return algebra.element(keyword, text);
  }

  private S variable(String name, int depth) throws Mistake {
    S set = known.get(name);
    if (set == null) {
      String value =
          variables
              .value(name)
              .orElseThrow(() -> new Mistake(keyword, "has $" + name + ", which has no value"));
      set = read(value, depth + 1);
      known.put(name, set);
    }
    return set;
  }

  private S list(String text, int depth) throws Mistake {
    if (!text.endsWith("]")) {
      throw new Mistake(keyword, "has a list without its ]");
    }
    List<S> in = new ArrayList<>();
    List<S> out = new ArrayList<>();
    int end = text.length() - 1;
    for (int from = 1; from <= end; ) {
      int comma = elementEnd(text, from, end);
      String element = text.substring(from, comma).strip();
      if (element.startsWith("!")) {
        out.add(read(element.substring(1).strip(), depth + 1));
      } else {
        in.add(read(element, depth + 1));
      }
      from = comma + 1;
    }
    return algebra.minus(in.isEmpty() ? algebra.any() : algebra.union(in), algebra.union(out));
  }

  /** Where the next comma is that stands in no list within this one. */
  private int elementEnd(String text, int from, int end) throws Mistake {
    int open = 0;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (c == ',' && open == 0) {
        return i;
      }
      open += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (open < 0) {
        break;
      }
    }
    if (open != 0) {
      throw new Mistake(keyword, "has brackets that do not match");
    }
    return end;
  }
}
