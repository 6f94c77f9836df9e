package org.lagroups.wormguard.learn.scan;

/**
 * A source that scans, as it was when that was noticed.
 *
 * @param addressHigh the first half of its address, as in {@link
 *     org.lagroups.wormguard.packet.Packet#sourceHigh()}
 * @param addressLow the second half
 * @param tried about how many targets it has tried within the interval
 * @param answered about how many of these have answered
 * @param lastPort the port that it tried last
 * @param nanos when, in nanoseconds since 1970
 */
public record Scanner(
    long addressHigh, long addressLow, int tried, int answered, int lastPort, long nanos) {}
