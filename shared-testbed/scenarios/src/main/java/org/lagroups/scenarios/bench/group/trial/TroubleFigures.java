package org.lagroups.scenarios.bench.group.trial;

/**
 * What a group of one library did while packets of one member got lost.
 *
 * @param flaps healthy members dropped, by each healthy member that dropped them
 * @param withdrawals attestations of healthy members to healthy ones that were lost; 0 of libraries
 *     that have nothing like it
 * @param dropsOfTroubled how often a healthy member dropped the troubled one, in the mean of all
 * @param seeing how many healthy members saw the troubled one at the end of the trouble
 * @param dropsByTroubled healthy members dropped by the troubled one itself
 * @param bytesPerSecond of packets that a member sent, in the mean of all
 */
public record TroubleFigures(
    long flaps,
    long withdrawals,
    double dropsOfTroubled,
    long seeing,
    long dropsByTroubled,
    double bytesPerSecond) {}
