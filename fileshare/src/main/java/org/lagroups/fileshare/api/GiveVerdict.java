package org.lagroups.fileshare.api;

/**
 * A person's word on a file.
 *
 * @param file the number of a hit of the last search, a root or a magnet link
 * @param good false withdraws this node's attestation of the publisher in the file's group
 * @param reason for everyone in the group to read if it is bad; at most 200 bytes, may be empty
 */
public record GiveVerdict(String file, boolean good, String reason) {}
