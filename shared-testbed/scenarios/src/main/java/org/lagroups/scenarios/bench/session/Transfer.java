package org.lagroups.scenarios.bench.session;

/**
 * How fast something was, and what it took.
 *
 * @param megabytesPerSecond payload, in millions of bytes
 * @param cpuSecondsPerGigabyte of this process, so of both sides together
 */
public record Transfer(double megabytesPerSecond, double cpuSecondsPerGigabyte) {}
