/**
 * The sub-command {@code guard} of {@code lag}. Start with {@link
 * org.lagroups.wormguard.cli.GuardCommands}, which names what there is.
 */
@NullMarked
package org.lagroups.wormguard.cli;

import org.jspecify.annotations.NullMarked;
