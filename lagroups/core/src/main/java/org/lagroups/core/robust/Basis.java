package org.lagroups.core.robust;

/** On what it rests who the robust members are. */
public sealed interface Basis {

  /** The group has no rule of robust membership, and no robust members. */
  record NoRule() implements Basis {}

  /** On the group's static threshold, applied to this node's own view. */
  record StaticRule() implements Basis {}

  /** On a view that the members have agreed on. */
  record Agreed(AgreedView view) implements Basis {}

  /**
   * On the static threshold, applied to this node's own view, for want of agreement.
   *
   * @param lastView the number of the last view that is known here, 0 if none is
   * @param sinceMillis since when, wall-clock milliseconds since 1970-01-01 UTC
   */
  record WithoutAgreement(Want want, long lastView, long sinceMillis) implements Basis {}

  /** What agreement is wanting. */
  enum Want {
    /** This node is not among the members of an agreed view, or not yet. */
    ADMISSION,
    /** More than half of those who have to agree are out of reach. */
    MAJORITY
  }
}
