package org.lagroups.wormguard.engine;

import org.lagroups.wormguard.rule.Rule;

/**
 * A rule holds.
 *
 * @param isInStream whether that is for what the stream carries, not for the packet by itself
 * @param flow number of the flow; 0 without one
 * @param isBlocked whether the packet is not let through for this rule
 */
public record Alert(Rule rule, boolean isInStream, long flow, boolean isBlocked) {}
