package org.lagroups.wormguard.match.automaton;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lagroups.wormguard.match.Literal;
import org.lagroups.wormguard.match.LiteralMatcher;
import org.lagroups.wormguard.match.LiteralScanner;
import org.lagroups.wormguard.match.LiteralSet;
import org.lagroups.wormguard.match.Reporting;

/**
 * A matcher that needs nothing but Java. Of any {@link LiteralSet} it holds at most {@link
 * #MAX_MEMORY_BYTES}; a scanner holds 12 bytes for each literal where first ends are asked for, and
 * else nothing.
 */
public final class AutomatonMatcher implements LiteralMatcher {

  /**
   * The most that it holds, in bytes: the table, every literal once, and for each at most two nodes
   * with their edges.
   */
  public static final long MAX_MEMORY_BYTES =
      TailAutomaton.MAX_TABLE_BYTES
          + LiteralSet.MAX_TOTAL_BYTES
          + 128L * (LiteralSet.MAX_LITERALS + 2);

  private final TailAutomaton tails;
  private final ReversedTrie exact;
  private final ReversedTrie caseless;
  private final int[] ids;
  private final Reporting reporting;
  private volatile boolean closed;

  private AutomatonMatcher(
      TailAutomaton tails,
      ReversedTrie exact,
      ReversedTrie caseless,
      int[] ids,
      Reporting reporting) {
    this.tails = tails;
    this.exact = exact;
    this.caseless = caseless;
    this.ids = ids;
    this.reporting = reporting;
  }

  public static AutomatonMatcher compile(LiteralSet literals, Reporting reporting) {
    int[] ids = literals.literals().stream().mapToInt(Literal::id).toArray();
    List<byte[]> folded = new ArrayList<>();
    List<TrieNodes.Entry> exact = new ArrayList<>();
    List<TrieNodes.Entry> caseless = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      Literal literal = literals.literals().get(i);
      int reported = reporting == Reporting.FIRST_END ? i : ids[i];
      byte[] content = literal.content().toArray();
      byte[] inOneCase = AsciiFold.fold(content);
      folded.add(inOneCase);
      if (literal.caseless()) {
        caseless.add(new TrieNodes.Entry(reported, inOneCase));
      } else {
        exact.add(new TrieNodes.Entry(reported, content));
      }
    }
    return new AutomatonMatcher(
        TailAutomaton.of(folded),
        ReversedTrie.of(exact, false),
        ReversedTrie.of(caseless, true),
        ids,
        reporting);
  }

  @Override
  public LiteralScanner newScanner() {
    requireOpen();
    return new AutomatonScanner(this);
  }

  @Override
  public long memoryBytes() {
    return tails.memoryBytes() + exact.memoryBytes() + caseless.memoryBytes();
  }

  @Override
  public void close() {
    closed = true;
  }

  void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the matcher is closed; compile another one");
    }
  }

  TailAutomaton tails() {
    return tails;
  }

  /** What a scanner collects hits in before it reports them, if they are to be collected. */
  Optional<FirstEnds> newFirstEnds() {
    return switch (reporting) {
      case EVERY_END -> Optional.empty();
      case FIRST_END -> Optional.of(new FirstEnds(ids));
    };
  }

  ReversedTrie exact() {
    return exact;
  }

  ReversedTrie caseless() {
    return caseless;
  }
}
