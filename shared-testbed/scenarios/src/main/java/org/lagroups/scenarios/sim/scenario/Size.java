package org.lagroups.scenarios.sim.scenario;

/**
 * How many nodes a scenario takes.
 *
 * @param least the fewest in a run, at least {@code perIsland} unless all are on one island
 * @param usual unless the command says otherwise
 * @param most the most in a run
 * @param perIsland how many make one island; the last ones are spread over all islands where the
 *     number of nodes is no multiple, so islands may be larger, below twice as large
 */
public record Size(int least, int usual, int most, int perIsland) {

  public Size {
    boolean isOneIsland = perIsland == most;
    if (perIsland < 1
        || least < 1
        || (least < perIsland && !isOneIsland)
        || usual < least
        || most < usual) {
      throw new IllegalArgumentException(
          "sizes do not fit: %d per island, %d to %d nodes, usually %d"
              .formatted(perIsland, least, most, usual));
    }
  }

  /** Of a scenario that has all its nodes on one island. */
  public static Size oneIsland(int least, int usual, int most) {
    return new Size(least, usual, most, most);
  }

  /** Whether a run of so many nodes is possible. */
  public boolean allows(int nodes) {
    return nodes >= least && nodes <= most;
  }
}
