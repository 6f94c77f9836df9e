package org.lagroups.wormguard.api;

/**
 * What a bridge did since it began.
 *
 * @param frames that came in, on either side
 * @param bytes of them
 * @param forwarded frames that were sent on, on the other side
 * @param dropped frames that were not to be sent on
 * @param unjudged frames that could not be judged: in overload, by a fault, or too long
 * @param faults frames at which judging failed
 * @param lost frames that found no room before they were looked at
 * @param notSent frames that the other side did not take
 * @param overloads how often frames began to be lost
 */
public record BridgeCounts(
    long frames,
    long bytes,
    long forwarded,
    long dropped,
    long unjudged,
    long faults,
    long lost,
    long notSent,
    long overloads) {

  /** Nothing yet. */
  public static final BridgeCounts NONE = new BridgeCounts(0, 0, 0, 0, 0, 0, 0, 0, 0);
}
