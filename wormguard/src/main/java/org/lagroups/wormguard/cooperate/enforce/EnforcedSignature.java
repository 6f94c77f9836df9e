package org.lagroups.wormguard.cooperate.enforce;

import org.lagroups.machine.GroupId;
import org.lagroups.wormguard.cooperate.record.SignatureId;
import org.lagroups.wormguard.rule.Rule;

/**
 * A signature that enough trusted members endorse.
 *
 * @param group whose members vouch for it
 * @param isDryRun whether it is only told what it would block
 * @param untilMillis not enforced from this moment on, unless a newer set says otherwise: when
 *     fewer than enough endorsements are left; wall-clock milliseconds since 1970-01-01 UTC
 */
public record EnforcedSignature(
    GroupId group, SignatureId id, Rule rule, boolean isDryRun, long untilMillis) {}
