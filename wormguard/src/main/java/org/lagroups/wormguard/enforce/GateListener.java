package org.lagroups.wormguard.enforce;

import org.lagroups.wormguard.rule.Rule;

/** Hears what a gate does that somebody should know. */
@FunctionalInterface
public interface GateListener {

  /** A rule would block more than its share of all frames, and blocks nothing any more. */
  void suspended(Rule rule);
}
