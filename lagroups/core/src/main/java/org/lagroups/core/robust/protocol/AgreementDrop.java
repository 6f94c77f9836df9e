package org.lagroups.core.robust.protocol;

/** Why a message of the agreement protocol was dropped. */
public enum AgreementDrop {
  /** No canonical encoding of anything that may be said. */
  MALFORMED,
  /**
   * From a node that has no part in the group's agreement, or about a group where this has none.
   */
  UNCALLED_FOR,
  /** More than one peer may send. */
  OVER_BUDGET
}
