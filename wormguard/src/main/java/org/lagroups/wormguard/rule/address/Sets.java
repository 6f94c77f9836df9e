package org.lagroups.wormguard.rule.address;

import java.util.HashMap;
import java.util.Map;
import org.lagroups.wormguard.rule.text.Mistake;

/**
 * Reads the sets of a file's rules. Equal texts give the same object, so the many rules that say
 * {@code $HOME_NET} share one. For one thread.
 */
public final class Sets {

  /** How deep lists, negations and variables may lie within each other. */
  public static final int MAX_DEPTH = 32;

  /** The most elements of the lists that a set is made of, those of its variables included. */
  public static final int MAX_ELEMENTS = 10_000;

  private static final int MAX_CACHED = 10_000;

  private final Variables variables;
  private final Map<String, AddressSet> addresses = new HashMap<>();
  private final Map<String, PortSet> ports = new HashMap<>();

  /** With these variables. */
  public Sets(Variables variables) {
    this.variables = variables;
  }

  /** The addresses that a text means: at least one. */
  public AddressSet addresses(String keyword, String text) throws Mistake {
    return read(Algebra.ADDRESSES, addresses, keyword, text);
  }

  /** The ports that a text means: at least one. */
  public PortSet ports(String keyword, String text) throws Mistake {
    return read(Algebra.PORTS, ports, keyword, text);
  }

  private <S> S read(Algebra<S> algebra, Map<String, S> cache, String keyword, String text)
      throws Mistake {
    S known = cache.get(text);
    if (known != null) {
      return known;
    }
    S set = new SetReader<>(algebra, variables, keyword).read(text);
    if (algebra.isEmpty(set)) {
      throw new Mistake(keyword, "means nothing at all: " + text);
    }
    if (cache.size() < MAX_CACHED) {
      cache.put(text, set);
    }
    return set;
  }
}
