package org.lagroups.core.monitor;

/**
 * The round-trip time to a peer, smoothed as in RFC 6298, without the time that the peer took to
 * answer.
 *
 * @param smoothedMicros mean
 * @param variationMicros mean deviation
 * @param samples how many measurements went into it, 1 or more
 * @param latestMicros the last of them as it was measured
 */
public record RoundTrip(
    long smoothedMicros, long variationMicros, long samples, long latestMicros) {}
