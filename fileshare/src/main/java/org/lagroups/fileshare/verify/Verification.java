package org.lagroups.fileshare.verify;

import java.util.List;
import java.util.Optional;
import org.lagroups.core.route.Route;
import org.lagroups.fileshare.record.SignedRecord;

/**
 * A record, asked for again over several routes.
 *
 * @param wantedPaths how many routes were wanted, 1 or more
 * @param outcomes one for each route there was, in the order of routes; at most {@code wantedPaths}
 * @param proof two records of one sequence that contradict each other, if there are such
 */
public record Verification(
    SignedRecord record,
    int wantedPaths,
    List<PathOutcome> outcomes,
    Conclusion conclusion,
    Optional<Proof> proof) {

  /** Two different records that one publisher signed with the same sequence about one content. */
  public record Proof(SignedRecord one, SignedRecord other) {}

  public Verification {
    outcomes = List.copyOf(outcomes);
  }

  /** How many routes brought the very record. */
  public int confirmations() {
    return (int) outcomes.stream().filter(PathOutcome.Same.class::isInstance).count();
  }

  /** The routes on which a relay lies. */
  public List<Route> lyingRoutes() {
    return outcomes.stream()
        .filter(PathOutcome.Altered.class::isInstance)
        .map(PathOutcome::route)
        .toList();
  }
}
