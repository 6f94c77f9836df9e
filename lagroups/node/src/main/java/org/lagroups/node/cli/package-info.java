/**
 * The {@code lag} command line.
 *
 * <p>A module contributes its sub-commands by a {@link org.lagroups.node.cli.CommandProvider},
 * found through {@link java.util.ServiceLoader}. A command extends {@link
 * org.lagroups.node.cli.LagCommand}, speaks to the running node through the control API, prints
 * through {@link org.lagroups.node.cli.Output}, and fails with a {@link
 * org.lagroups.node.cli.CommandFailedException}.
 *
 * <p>Exit codes: 0 done, 1 failed, 2 wrong usage.
 */
@NullMarked
package org.lagroups.node.cli;

import org.jspecify.annotations.NullMarked;
