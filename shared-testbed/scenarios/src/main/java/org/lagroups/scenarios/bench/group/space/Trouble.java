package org.lagroups.scenarios.bench.group.space;

import java.util.List;

/** What happens to packets from and to one member. */
public enum Trouble {
  /** All but one friend neither hear it nor are heard by it. */
  LONELY(false),
  /** Four of five get lost, in both directions. */
  LOSS(false),
  /** It can be heard and hears nothing, for a while; then it hears again, and so on. */
  FLIP_FLOP(true);

  private final boolean passes;

  Trouble(boolean passes) {
    this.passes = passes;
  }

  /** What gets lost one way, 0 to 1. */
  record Loss(Place from, Place to, double share) {}

  /** Whether it comes and goes, rather than last. */
  public boolean passes() {
    return passes;
  }

  List<Loss> losses() {
    return switch (this) {
      case LONELY ->
          List.of(
              new Loss(Place.CROWD, Place.TROUBLED, 1), new Loss(Place.TROUBLED, Place.CROWD, 1));
      case LOSS ->
          List.of(
              new Loss(Place.CROWD, Place.TROUBLED, .8),
              new Loss(Place.FRIEND, Place.TROUBLED, .8),
              new Loss(Place.TROUBLED, Place.CROWD, .8),
              new Loss(Place.TROUBLED, Place.FRIEND, .8));
      case FLIP_FLOP ->
          List.of(
              new Loss(Place.CROWD, Place.TROUBLED, 1), new Loss(Place.FRIEND, Place.TROUBLED, 1));
    };
  }
}
