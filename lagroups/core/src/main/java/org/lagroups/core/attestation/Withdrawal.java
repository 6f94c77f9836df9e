package org.lagroups.core.attestation;

import org.lagroups.machine.NodeId;

/**
 * An attester's word that it no longer vouches for {@code attestee}. It only speeds up what happens
 * by itself when the attestation is no longer refreshed (paper, section 2.2).
 */
public record Withdrawal(NodeId attestee, Reason reason) {}
