package org.lagroups.scenarios.bench.guard.host;

import org.lagroups.scenarios.bench.guard.peer.MatcherSearch;
import org.lagroups.scenarios.bench.guard.peer.NettySearch;
import org.lagroups.scenarios.bench.guard.peer.TrieSearch;
import org.lagroups.scenarios.bench.guard.rules.MadeRules;

/** What goes through a capture. */
public enum Subject {
  /** All of {@code lag guard scan}, but for writing events. */
  SCAN {
    @Override
    Passes passes(MadeRules rules) {
      return new GuardPasses(rules);
    }
  },
  /** Our matcher, alone. */
  MATCHER {
    @Override
    Passes passes(MadeRules rules) {
      return new LiteralPasses(new MatcherSearch(rules.literals()));
    }
  },
  /** A double array by com.hankcs. */
  TRIE {
    @Override
    Passes passes(MadeRules rules) {
      return new LiteralPasses(new TrieSearch(rules.literals()));
    }
  },
  /** Netty's search. */
  NETTY {
    @Override
    Passes passes(MadeRules rules) {
      return new LiteralPasses(new NettySearch(rules.literals()));
    }
  };

  abstract Passes passes(MadeRules rules);
}
