package org.lagroups.scenarios.bench.guard.inline;

/**
 * One turn of each, one after the other.
 *
 * @param guard ours
 * @param bridge the kernel's
 */
record InlineRound(Turn guard, Turn bridge) {}
