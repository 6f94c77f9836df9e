package org.lagroups.core.group.spread;

import org.lagroups.core.limit.Rate;

/**
 * What a peer may cost this node: a burst, and so much a second in the long run.
 *
 * @param bytes to decode
 * @param checks signatures to check, or questions to put to the application
 * @param answerBytes bytes to send it because it asked
 */
public record Allowance(Rate bytes, Rate checks, Rate answerBytes) {

  /** Of nodes in a view, and of those that this node itself wants to join or meet again. */
  public static final Allowance ACQUAINTANCE =
      new Allowance(new Rate(64 << 10, 1 << 20), new Rate(64, 512), new Rate(64 << 10, 1 << 20));

  /** Of everyone else; strangers get no answers. */
  public static final Allowance STRANGER =
      new Allowance(new Rate(8 << 10, 128 << 10), new Rate(1, 16), Rate.NOTHING);
}
