package org.lagroups.wormguard.api;

/**
 * Says that a signature is bad.
 *
 * @param reason for everyone in the group to read; the first 120 bytes of it travel
 */
public record WithdrawSignature(String reason) {}
