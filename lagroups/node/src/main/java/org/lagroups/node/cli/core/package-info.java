/**
 * The sub-commands of the core: {@code run}, {@code id}, {@code status}, {@code stop}, {@code
 * group} and {@code graph}. Start with {@link org.lagroups.node.cli.core.CoreCommands}.
 */
@NullMarked
package org.lagroups.node.cli.core;

import org.jspecify.annotations.NullMarked;
