package org.lagroups.fileshare.api;

import org.jspecify.annotations.Nullable;

/**
 * A wish to verify a record.
 *
 * @param file the number of a hit of the last search, a root or a magnet link
 * @param paths over how many vertex-disjoint routes, 1 to 16; null for as many as the node's
 *     setting says
 */
public record BeginVerification(String file, @Nullable Integer paths) {}
