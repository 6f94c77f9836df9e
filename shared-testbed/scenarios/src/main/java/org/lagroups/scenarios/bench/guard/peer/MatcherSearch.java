package org.lagroups.scenarios.bench.guard.peer;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.lagroups.machine.Bytes;
import org.lagroups.wormguard.match.HitSink;
import org.lagroups.wormguard.match.Literal;
import org.lagroups.wormguard.match.LiteralMatcher;
import org.lagroups.wormguard.match.LiteralScanner;
import org.lagroups.wormguard.match.LiteralSet;
import org.lagroups.wormguard.match.Reporting;
import org.lagroups.wormguard.runtime.matching.Matching;

/** The matcher of {@code lag guard}, alone. */
public final class MatcherSearch implements LiteralSearch {

  private final LiteralMatcher matcher;
  private final LiteralScanner scanner;
  private final HitSink sink = this::hit;
  private boolean isFound;

  public MatcherSearch(List<Bytes> literals) {
    LiteralSet.Builder set = LiteralSet.builder();
    for (int i = 0; i < literals.size(); i++) {
      set.add(new Literal(i, literals.get(i), false))
          .ifPresent(refusal -> {
            throw new IllegalArgumentException("a literal " + refusal.text());
          });
    }
    matcher = Matching.best().compiler().compile(set.build(), Reporting.FIRST_END);
    scanner = matcher.newScanner();
  }

  @Override
  public boolean search(MemorySegment memory, long offset, int length) {
    isFound = false;
    scanner.scan(memory, offset, length, sink);
    return isFound;
  }

  @Override
  public void close() {
    scanner.close();
    matcher.close();
  }

  private boolean hit(int literal, long end) {
    isFound = true;
    return true;
  }
}
