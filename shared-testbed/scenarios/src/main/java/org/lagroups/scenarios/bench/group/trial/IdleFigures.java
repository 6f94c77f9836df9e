package org.lagroups.scenarios.bench.group.trial;

/**
 * What a group of one library does while nothing happens.
 *
 * @param bytesPerSecond of IP packets that a member sends, in the mean of all
 * @param flaps members dropped, by each that dropped them
 */
public record IdleFigures(double bytesPerSecond, long flaps) {}
