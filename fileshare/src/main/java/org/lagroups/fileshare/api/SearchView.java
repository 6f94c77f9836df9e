package org.lagroups.fileshare.api;

import java.util.List;

/**
 * A search, and what it has found so far.
 *
 * @param verifyPaths from how many paths on a hit counts as verified, by the node's setting
 * @param hits in the order of arrival, those that are hidden among them
 * @param asked members asked
 * @param answered members that have answered
 * @param failed members that could not be asked, or gave no answer to use
 * @param refusedRecords records left out because they are not their sender's own, their signature
 *     is bad, or there are too many
 * @param done whether no more answers will come
 */
public record SearchView(
    long id,
    String words,
    int verifyPaths,
    List<HitView> hits,
    int asked,
    int answered,
    int failed,
    int refusedRecords,
    boolean done) {

  public SearchView {
    hits = List.copyOf(hits);
  }
}
