package org.lagroups.wormguard.api;

/**
 * What a running guard can be asked, and told: by its own control API, and by that of the node of
 * the same home, which passes it on.
 */
public final class GuardRun {

  /** Answers {@link GuardStats}. */
  public static final String STATS = "/v1/guard/run/stats";

  /**
   * Answers {@link GuardAlerts}: those behind the number in {@link #AFTER}, or the latest that it
   * has.
   */
  public static final String ALERTS = "/v1/guard/run/alerts";

  /** The query parameter of {@link #ALERTS}: what {@link GuardAlerts#last} was before. */
  public static final String AFTER = "after";

  /** What that is, for people. */
  public static final String AFTER_MEANS = "the number of an alert: those behind it; 0 for all";

  /** Asks a {@link Question}; answers {@link Reasons}. */
  public static final String WHY = "/v1/guard/run/why";

  /** Reads the files of rules anew; answers {@link Reloaded}. */
  public static final String RELOAD = "/v1/guard/run/reload";

  /**
   * With a rule behind it, as {@link GuardStats#suspended} names it: lets it block again. Answers
   * {@link Resumed}.
   */
  public static final String RESUME = "/v1/guard/run/resume/";

  private GuardRun() {}

  /**
   * What {@link #WHY} is asked about.
   *
   * @param about the number of a rule or of a flow, the ID of a shared signature, or an address,
   *     with a port or without
   */
  public record Question(String about) {}

  /** How many rules there are after they were read anew, and how many could not be taken. */
  public record Reloaded(int rules, long refused) {}

  /** Which rule may block again. */
  public record Resumed(String rule) {}
}
