package org.lagroups.scenarios.bench.group.space;

/** What happens to packets from and to one member. */
public enum Trouble {
  /** All but one friend neither hear it nor are heard by it. */
  LONELY(
      false,
      "%s drop; %s drop"
          .formatted(between(Place.CROWD, Place.TROUBLED), between(Place.TROUBLED, Place.CROWD))),
  /** Four of five get lost, in both directions. */
  LOSS(
      false,
      "iifname \"%1$s\" %2$s drop; oifname \"%1$s\" %2$s drop"
          .formatted(Place.TROUBLED.cable(), "ether type != arp numgen random mod 100 < 80")),
  /** It can be heard and hears nothing, for a while; then it hears again, and so on. */
  FLIP_FLOP(true, "oifname \"%s\" ether type != arp drop".formatted(Place.TROUBLED.cable()));

  private final boolean passes;
  private final String drops;

  Trouble(boolean passes, String drops) {
    this.passes = passes;
    this.drops = drops;
  }

  /** Whether it comes and goes, rather than last. */
  public boolean passes() {
    return passes;
  }

  /** As nft reads them. */
  String rules() {
    return """
    table bridge trouble {
      chain passing {
        type filter hook forward priority 0;
        %s;
      }
    }
    """
        .formatted(drops);
  }

  private static String between(Place from, Place to) {
    return "iifname \"%s\" oifname \"%s\" ether type != arp".formatted(from.cable(), to.cable());
  }
}
