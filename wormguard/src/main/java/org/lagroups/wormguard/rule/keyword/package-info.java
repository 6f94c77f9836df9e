/**
 * What each keyword means. Start with {@link org.lagroups.wormguard.rule.keyword.Keywords}, which
 * knows them all; each works on a {@link org.lagroups.wormguard.rule.draft.RuleDraft}, of which a
 * rule is made in the end. A keyword that is not known is refused by its name.
 */
@NullMarked
package org.lagroups.wormguard.rule.keyword;

import org.jspecify.annotations.NullMarked;
