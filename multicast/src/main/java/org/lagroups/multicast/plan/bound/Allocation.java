package org.lagroups.multicast.plan.bound;

/**
 * How uplinks are shared among links, and why no other way would do better.
 *
 * @param rate the broadcast rate at which the shares allow to send
 * @param shares what each link gets, by {@code from * nodes + to}
 * @param prices by row: no tree costs less than 1 for a unit of rate, but for rounding, and all
 *     capacities together cost the rate
 */
@SuppressWarnings("ArrayRecordComponent") // Handed over, and never shared.
public record Allocation(double rate, double[] shares, double[] prices) {}
