package org.lagroups.core.group;

import org.lagroups.core.attestation.Withdrawal;

/**
 * A withdrawal that is repeated in this node's advertisements for a while.
 *
 * @param untilMillis wall-clock time at which the attestation would have ended anyway
 */
public record StoredWithdrawal(Withdrawal withdrawal, long untilMillis) {}
