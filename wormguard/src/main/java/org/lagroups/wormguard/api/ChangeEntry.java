package org.lagroups.wormguard.api;

/**
 * Changes one of the operator's lists.
 *
 * @param list allow, never-block or dry-run
 * @param value a signature's ID, or an address, network or range; {@code *} for all signatures, in
 *     the list of dry runs
 * @param isListed whether it is to be in it
 */
public record ChangeEntry(String list, String value, boolean isListed) {}
