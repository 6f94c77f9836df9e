package org.lagroups.wormguard.match;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The literals that one matcher looks for, within the bounds that keep its memory bounded. */
public final class LiteralSet {

  /** The most literals of a set. */
  public static final int MAX_LITERALS = 10_000;

  /** The most bytes of all literals of a set together. */
  public static final int MAX_TOTAL_BYTES = 4 << 20;

  private final List<Literal> literals;

  private LiteralSet(List<Literal> literals) {
    this.literals = List.copyOf(literals);
  }

  /** A set that is filled one by one. */
  public static Builder builder() {
    return new Builder();
  }

  /** All of them, in the order in which they were added. */
  public List<Literal> literals() {
    return literals;
  }

  public int size() {
    return literals.size();
  }

  /** Takes what fits and refuses the rest. Used by one thread. */
  public static final class Builder {

    private final List<Literal> literals = new ArrayList<>();
    private final Set<Integer> ids = new HashSet<>();
    private long totalBytes;

    private Builder() {}

    /** Adds a literal, or says why it is left out. */
    public Optional<LiteralRefusal> add(Literal literal) {
      int length = literal.content().length();
      if (length == 0) {
        return Optional.of(LiteralRefusal.EMPTY);
      }
      if (length > Literal.MAX_LENGTH_BYTES) {
        return Optional.of(LiteralRefusal.TOO_LONG);
      }
      if (literals.size() == MAX_LITERALS) {
        return Optional.of(LiteralRefusal.TOO_MANY);
      }
      if (totalBytes + length > MAX_TOTAL_BYTES) {
        return Optional.of(LiteralRefusal.TOO_MANY_BYTES);
      }
      if (!ids.add(literal.id())) {
        return Optional.of(LiteralRefusal.ID_TAKEN);
      }
      totalBytes += length;
      literals.add(literal);
      return Optional.empty();
    }

    /** What was added so far. */
    public LiteralSet build() {
      return new LiteralSet(literals);
    }
  }
}
