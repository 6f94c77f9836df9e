package org.lagroups.multicast.api;

/**
 * What a node sends at most for all its streams together, those that it passes on as well.
 *
 * @param mbps of messages with chunks, as they are before they are encrypted; 0 for no cap
 */
public record CastUplink(double mbps) {

  /** As much as can be carried. */
  public static final CastUplink UNLIMITED = new CastUplink(0);
}
