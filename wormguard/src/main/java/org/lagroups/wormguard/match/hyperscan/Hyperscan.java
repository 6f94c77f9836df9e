package org.lagroups.wormguard.match.hyperscan;

import java.lang.foreign.SymbolLookup;
import org.lagroups.wormguard.match.LiteralMatcher;
import org.lagroups.wormguard.match.LiteralSet;
import org.lagroups.wormguard.match.MatcherCompiler;
import org.lagroups.wormguard.match.Reporting;
import org.lagroups.wormguard.match.automaton.AutomatonMatcher;

/** Compiles literals with Hyperscan 5. Any thread may use it. */
public final class Hyperscan implements MatcherCompiler {

  private final HyperscanFunctions functions;

  private Hyperscan(HyperscanFunctions functions) {
    this.functions = functions;
  }

  /**
   * Over a loaded library, which has to stay loaded.
   *
   * @throws HyperscanUnavailableException if it is no Hyperscan, or one that this processor is too
   *     old for
   */
  public static Hyperscan over(SymbolLookup library) throws HyperscanUnavailableException {
    HyperscanFunctions functions = HyperscanFunctions.in(library);
    if (!functions.suitsProcessor()) {
      throw new HyperscanUnavailableException("the processor has no SSSE3 instructions");
    }
    return new Hyperscan(functions);
  }

  /** The version that the library says it is. */
  public String version() {
    return functions.version();
  }

  @Override
  public LiteralMatcher compile(LiteralSet literals, Reporting reporting) {
    // Hyperscan takes no empty set.
    return literals.size() == 0
        ? AutomatonMatcher.compile(literals, reporting)
        : new HyperscanMatcher(new HyperscanDatabase(functions, literals, reporting));
  }
}
