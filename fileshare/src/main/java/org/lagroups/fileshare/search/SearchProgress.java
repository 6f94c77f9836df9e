package org.lagroups.fileshare.search;

/**
 * How far a search is.
 *
 * @param asked members asked
 * @param answered members that have answered
 * @param failed members that could not be asked, or gave no answer to use
 * @param refusedRecords records not shown because they are not their sender's own, their signature
 *     is bad, or there are too many
 * @param done whether no more answers will come
 */
public record SearchProgress(
    int asked, int answered, int failed, int refusedRecords, boolean done) {}
