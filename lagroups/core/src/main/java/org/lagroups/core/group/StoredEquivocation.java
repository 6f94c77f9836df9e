package org.lagroups.core.group;

import org.lagroups.core.attestation.Equivocation;

/**
 * A proof that a node of the group has said two things at once.
 *
 * @param equivocation both of them, whose signatures were found good
 * @param vouchedFor whether this node itself attested to that node then
 */
public record StoredEquivocation(Equivocation equivocation, boolean vouchedFor) {}
