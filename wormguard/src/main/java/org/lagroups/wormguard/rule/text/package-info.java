/**
 * What the keywords of the rule language share. Start with {@link
 * org.lagroups.wormguard.rule.text.Options}, which takes a rule's options apart; {@link
 * org.lagroups.wormguard.rule.text.Mistake} is how each keyword says that it cannot be taken. Rules
 * are text in ISO 8859-1 here, so that each character is one byte of the file.
 */
@NullMarked
package org.lagroups.wormguard.rule.text;

import org.jspecify.annotations.NullMarked;
