/**
 * What a rule asks of the bytes of a packet or stream. Start with {@link
 * org.lagroups.wormguard.rule.payload.Condition}, which has the rules of the cursor. All is
 * immutable.
 */
@NullMarked
package org.lagroups.wormguard.rule.payload;

import org.jspecify.annotations.NullMarked;
