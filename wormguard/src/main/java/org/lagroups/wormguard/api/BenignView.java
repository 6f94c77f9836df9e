package org.lagroups.wormguard.api;

/**
 * How much ordinary traffic a gateway has to test signatures by.
 *
 * @param payloads how many there are
 * @param most how many there can be; then the oldest make room
 * @param least how many it takes to decide anything
 */
public record BenignView(int payloads, int most, int least) {}
