package org.lagroups.core.robust.protocol;

/**
 * What became of the messages of the agreement protocol.
 *
 * @param taken were taken
 * @param malformed were no canonical encoding of anything that may be said
 * @param uncalledFor came from a node that has no part in the group's agreement, or about a group
 *     in which this node has none
 * @param overBudget were more than one peer may send
 */
public record RobustStatistics(long taken, long malformed, long uncalledFor, long overBudget) {}
