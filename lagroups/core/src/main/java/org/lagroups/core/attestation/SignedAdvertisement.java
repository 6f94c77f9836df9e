package org.lagroups.core.attestation;

import org.lagroups.core.crypto.Signature;
import org.lagroups.machine.Bytes;

/**
 * A link-state advertisement as it travels: the very bytes that were signed, so that it can be
 * passed on and checked by others unchanged.
 *
 * @param content what {@code encoded} says
 * @param encoded the bytes that the signature covers
 * @param signature the attester's, not necessarily checked yet
 */
public record SignedAdvertisement(
    LinkStateAdvertisement content, Bytes encoded, Signature signature) {}
