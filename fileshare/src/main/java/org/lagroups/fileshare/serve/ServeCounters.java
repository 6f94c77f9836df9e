package org.lagroups.fileshare.serve;

/**
 * What a {@link FileServer} has done since it was made.
 *
 * @param searches queries answered
 * @param lookups questions for a record or for a file answered
 * @param contentAnswers answers with content
 * @param contentBytes content in them
 * @param malformed requests that are none
 * @param overBudget requests refused because their member, or all together, ask too much
 */
public record ServeCounters(
    long searches,
    long lookups,
    long contentAnswers,
    long contentBytes,
    long malformed,
    long overBudget) {}
