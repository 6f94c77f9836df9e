package org.lagroups.wormguard.api;

/**
 * A signature that was taken from elsewhere.
 *
 * @param provenEndorsers how many members' endorsements its proof has; 0 if it came without one
 * @param provenUntilMillis until when these hold, or did; 0 if it came without proof
 */
public record ImportedSignature(
    SignatureView signature, int provenEndorsers, long provenUntilMillis) {}
