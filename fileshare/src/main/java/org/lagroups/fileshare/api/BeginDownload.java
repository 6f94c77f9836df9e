package org.lagroups.fileshare.api;

/**
 * A wish to fetch a file.
 *
 * @param file the number of a hit of the last search, a root or a magnet link
 * @param folder where to put it; an absolute path
 */
public record BeginDownload(String file, String folder) {}
