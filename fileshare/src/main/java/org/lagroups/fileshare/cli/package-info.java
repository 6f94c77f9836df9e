/**
 * The commands {@code lag share …}.
 *
 * <p>Start with {@link org.lagroups.fileshare.cli.ShareCommands}. Each command asks the running
 * node through its control API and prints what it answers.
 */
@NullMarked
package org.lagroups.fileshare.cli;

import org.jspecify.annotations.NullMarked;
