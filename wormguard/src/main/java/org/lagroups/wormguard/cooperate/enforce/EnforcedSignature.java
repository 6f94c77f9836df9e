package org.lagroups.wormguard.cooperate.enforce;

import org.lagroups.machine.GroupId;
import org.lagroups.wormguard.cooperate.record.SignatureId;

/**
 * A signature that enough trusted members endorse.
 *
 * @param group whose members vouch for it
 * @param rule the text
 * @param untilMillis not enforced from this moment on, unless it is said anew: when fewer than
 *     enough endorsements are left; wall-clock milliseconds since 1970-01-01 UTC
 */
public record EnforcedSignature(GroupId group, SignatureId id, String rule, long untilMillis) {}
