package org.lagroups.wormguard.api;

/**
 * Says that a signature is bad.
 *
 * @param reason for everyone in the group to read; at most 120 bytes
 */
public record WithdrawSignature(String reason) {}
