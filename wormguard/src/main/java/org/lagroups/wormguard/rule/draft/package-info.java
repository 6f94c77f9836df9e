/**
 * A rule while it is read. Start with {@link org.lagroups.wormguard.rule.draft.RuleDraft}, on which
 * the keywords work; it says what cannot be together. For one thread.
 */
@NullMarked
package org.lagroups.wormguard.rule.draft;

import org.jspecify.annotations.NullMarked;
