package org.lagroups.wormguard.flow;

/** Why a flow is not kept any more. */
public enum FlowEnd {
  /** Nothing came for the time that its phase allows. */
  EXPIRED,
  /** There was no room for a new one. */
  EVICTED,
  /** Another began between the same ports. */
  REPLACED,
  /** The table was emptied. */
  CLEARED
}
