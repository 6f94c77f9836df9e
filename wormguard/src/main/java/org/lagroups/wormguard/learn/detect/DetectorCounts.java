package org.lagroups.wormguard.learn.detect;

/**
 * What a detector has done so far.
 *
 * @param packets packets with a payload that it looked into
 * @param windows how many of their windows were chosen
 * @param prevalent windows that were seen often enough to be counted by themselves
 * @param benign how often a window that was is in benign traffic
 * @param evicted windows that gave way to others though they were not idle
 * @param suspects windows of which samples were kept
 * @param learned signatures
 * @param nothingNew how often all that samples shared was benign or said nothing
 * @param known how often a signature was there already
 * @param notMatched how often the rule did not alert for the samples
 */
public record DetectorCounts(
    long packets,
    long windows,
    long prevalent,
    long benign,
    long evicted,
    long suspects,
    long learned,
    long nothingNew,
    long known,
    long notMatched) {}
