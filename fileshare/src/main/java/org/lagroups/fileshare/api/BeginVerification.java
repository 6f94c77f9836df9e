package org.lagroups.fileshare.api;

/**
 * A wish to verify a record.
 *
 * @param file the number of a hit of the last search, a root or a magnet link
 * @param paths over how many vertex-disjoint routes, 1 to 16
 */
public record BeginVerification(String file, int paths) {}
