package org.lagroups.scenarios.sim.cast;

import java.time.Duration;
import java.util.List;
import org.lagroups.multicast.tree.port.TreeSettings;
import org.lagroups.scenarios.sim.scenario.Island;
import org.lagroups.scenarios.sim.scenario.Ledger;
import org.lagroups.scenarios.sim.scenario.Scenario;
import org.lagroups.scenarios.sim.scenario.Size;
import org.lagroups.simnet.Simulation;

/**
 * One stream's tree of groups beside a tree in which places go by arrival, with the same receivers,
 * lifetimes, latencies and uplinks. Trees and signed epochs are real; membership of groups is
 * looked up, not signed, and chunks are not sent: rates are the bounds of the groups' plans.
 */
public final class CastTrees implements Scenario {

  private static final int LEAST = 20;
  private static final int USUAL = 1_000;
  private static final int MOST = 3_000;
  private static final TreeSettings SETTINGS = TreeSettings.DEFAULT.withBeatMillis(2_000);
  private static final Duration COMING = Duration.ofMinutes(2);
  private static final Duration SETTLED = Duration.ofMinutes(20);
  private static final Duration END = Duration.ofMinutes(40);
  private static final Duration BETWEEN_FIGURES = Duration.ofMinutes(4);
  private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(5);
  private static final List<String> NOTES =
      List.of(
          "Places, referrals, rising and epochs signed with Ed25519 are real, in virtual time.",
          "Groups are entries in one table, and who rises is believed by looking it up there:",
          "nothing is attested by signatures. No chunk is sent, and nobody fails to forward.",
          "A rate is the least bound of the plans of the groups on the way from the source, if",
          "who has children sends to these only and who has none to its siblings. Uplinks of",
          "receivers are drawn between 2 and 40 Mbit/s, sessions from a lognormal distribution;",
          "who goes is followed by another at once, which knows one node that has the stream. An",
          "interruption is one receiver's, whenever one above it goes.");
  private static final double MILLIS_PER_HOUR = 3_600_000;

  private final CastOptions options;

  /** In a world of which so much is said. */
  public CastTrees(CastOptions options) {
    this.options = options;
  }

  @Override
  public String name() {
    return "cast";
  }

  @Override
  public String summary() {
    return "a stream's receivers come and go: placed by merit, and by arrival";
  }

  @Override
  public Size size() {
    return Size.oneIsland(LEAST, USUAL, MOST);
  }

  @Override
  public String arguments() {
    return options.arguments();
  }

  @Override
  public List<String> notes() {
    return NOTES;
  }

  @Override
  public void play(Island island) {
    World world = World.load(options, island.simulation().seed());
    double ours = play(island, island.simulation(), SETTINGS, world, "by merit");
    double other =
        play(
            island,
            new Simulation(island.simulation().seed()),
            SETTINGS.byArrival(),
            world,
            "by arrival");
    Ledger ledger = island.ledger();
    ledger.sample("interruptions by merit / by arrival", "", ours / other);
    ledger.sample("latencies are measured (1) or made up (0)", "", world.isMeasured() ? 1 : 0);
  }

  private static double play(
      Island island, Simulation sim, TreeSettings settings, World world, String of) {
    Ledger ledger = island.ledger();
    Audience audience = new Audience(sim, settings, world);
    TreeChecks checks = new TreeChecks(audience, settings, ledger);
    TreeFigures figures = new TreeFigures(audience, ledger, of);
    audience.come(island.nodes(), COMING);
    sim.every(BETWEEN_CHECKS, checks::check);
    sim.runUntil(SETTLED);
    sim.every(BETWEEN_CHECKS, figures::takeCutOff);
    long before = audience.interruptions();
    long deaths = audience.deaths();
    while (sim.now().compareTo(END) < 0) {
      sim.runFor(BETWEEN_FIGURES);
      figures.take();
    }
    figures.tell();
    double nodeHours = island.nodes() * (END.minus(SETTLED).toMillis() / MILLIS_PER_HOUR);
    double interruptions = (double) (audience.interruptions() - before) / nodeHours;
    ledger.sample(of + ": interruptions per node and hour", "1/h", interruptions);
    ledger.sample(
        of + ": receivers that went", "1/h", (double) (audience.deaths() - deaths) / nodeHours);
    return interruptions;
  }
}
