package org.lagroups.wormguard.runtime.matching;

import java.util.Optional;
import org.lagroups.wormguard.match.MatcherCompiler;
import org.lagroups.wormguard.match.automaton.AutomatonMatcher;
import org.lagroups.wormguard.match.hyperscan.Hyperscan;
import org.lagroups.wormguard.match.hyperscan.HyperscanUnavailableException;

/**
 * The quickest matcher that works here.
 *
 * @param compiler makes its matchers
 * @param name what it is, for people
 * @param whyNotNative why it is not the native one, if it is not, as a sentence for people
 */
public record Matching(MatcherCompiler compiler, String name, Optional<String> whyNotNative) {

  /** Looks for it once; any thread may call this. */
  public static Matching best() {
    return Holder.BEST;
  }

  static Matching of(LibrarySource source) {
    try {
      Hyperscan hyperscan = source.open();
      return new Matching(hyperscan, "Hyperscan " + hyperscan.version(), Optional.empty());
    } catch (HyperscanUnavailableException e) {
      return new Matching(
          AutomatonMatcher::compile,
          "automaton in Java",
          Optional.of("Hyperscan cannot be used: " + e.getMessage()));
    }
  }

  /** Where a library may come from. */
  @FunctionalInterface
  interface LibrarySource {

    Hyperscan open() throws HyperscanUnavailableException;
  }

  private static final class Holder {

    static final Matching BEST = of(HyperscanLibrary::open);
  }
}
