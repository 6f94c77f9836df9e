package org.lagroups.scenarios.sim.scenario;

import java.util.List;

/**
 * Something that happens to groups of simulated nodes, with what has to hold meanwhile.
 *
 * <p>All nodes of a run are divided into islands of {@link Size#perIsland} nodes that share
 * nothing; {@link #play} is called for each, on several threads at once. So a scenario keeps no
 * state of its own.
 */
public interface Scenario {

  /** As on the command line: lower-case letters and dashes. */
  String name();

  /** What happens, and what must not, in one line for people. */
  String summary();

  /** How many nodes it takes. */
  Size size();

  /**
   * What decides its outcome besides its nodes and the seed: as on the command line, each option
   * behind a blank.
   */
  default String arguments() {
    return "";
  }

  /** What to know of its figures, line by line. */
  default List<String> notes() {
    return List.of(
        "Nodes run the real machines with real Ed25519 signatures, in virtual time.",
        "They give no shares of endorsements (BLS signatures).",
        "Bytes are those of messages, without the headers of a transport.");
  }

  /**
   * Plays one island from its first moment to its last. What is measured and checked goes to the
   * island's {@link Ledger}; everything random comes from the island's seed. A {@link
   * org.lagroups.simnet.check.SimulationFailure} ends the island and is reported as a violation.
   */
  void play(Island island);
}
