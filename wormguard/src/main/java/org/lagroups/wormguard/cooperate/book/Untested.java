package org.lagroups.wormguard.cooperate.book;

/**
 * That a signature could not be tested yet, which says nothing of it.
 *
 * @param why for people
 * @param sinceMillis when that was tried first; wall-clock milliseconds since 1970-01-01 UTC
 */
public record Untested(String why, long sinceMillis) {}
