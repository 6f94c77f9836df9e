package org.lagroups.node.control.api;

import org.lagroups.core.robust.Basis;

/** The words of the control API for what robust membership rests on. */
public final class RobustWords {

  private RobustWords() {}

  /** As in {@link RobustView#basis}. */
  public static String basis(Basis basis) {
    return switch (basis) {
      case Basis.NoRule _ -> "none";
      case Basis.StaticRule _ -> "static";
      case Basis.Agreed _ -> "agreed";
      case Basis.WithoutAgreement without ->
          switch (without.want()) {
            case ADMISSION -> "static-not-admitted";
            case MAJORITY -> "static-no-majority";
          };
    };
  }

  /** As in {@link RobustView#view}. */
  public static long view(Basis basis) {
    return switch (basis) {
      case Basis.NoRule _, Basis.StaticRule _ -> 0;
      case Basis.Agreed agreed -> agreed.view().number();
      case Basis.WithoutAgreement without -> without.lastView();
    };
  }
}
