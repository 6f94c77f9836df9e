package org.lagroups.wormguard.match.automaton;

import java.util.ArrayList;
import java.util.List;
import org.lagroups.wormguard.match.Literal;
import org.lagroups.wormguard.match.LiteralMatcher;
import org.lagroups.wormguard.match.LiteralScanner;
import org.lagroups.wormguard.match.LiteralSet;

/**
 * A matcher that needs nothing but Java. Of any {@link LiteralSet} it holds at most {@link
 * #MAX_MEMORY_BYTES}; its scanners hold nothing.
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
  private volatile boolean closed;

  private AutomatonMatcher(TailAutomaton tails, ReversedTrie exact, ReversedTrie caseless) {
    this.tails = tails;
    this.exact = exact;
    this.caseless = caseless;
  }

  public static AutomatonMatcher compile(LiteralSet literals) {
    List<byte[]> folded = new ArrayList<>();
    List<TrieNodes.Entry> exact = new ArrayList<>();
    List<TrieNodes.Entry> caseless = new ArrayList<>();
    for (Literal literal : literals.literals()) {
      byte[] content = literal.content().toArray();
      byte[] inOneCase = AsciiFold.fold(content);
      folded.add(inOneCase);
      if (literal.caseless()) {
        caseless.add(new TrieNodes.Entry(literal.id(), inOneCase));
      } else {
        exact.add(new TrieNodes.Entry(literal.id(), content));
      }
    }
    return new AutomatonMatcher(
        TailAutomaton.of(folded), ReversedTrie.of(exact, false), ReversedTrie.of(caseless, true));
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

  ReversedTrie exact() {
    return exact;
  }

  ReversedTrie caseless() {
    return caseless;
  }
}
