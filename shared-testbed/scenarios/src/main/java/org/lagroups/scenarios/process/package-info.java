/**
 * Real nodes as processes of their own, and the commands a person would type at them.
 *
 * <p>Start with {@link org.lagroups.scenarios.process.NodeChild}; {@link
 * org.lagroups.scenarios.process.Cli} runs a command of {@code lag} against one. The rest is where
 * such programs find and leave files. Used from one thread each.
 */
@NullMarked
package org.lagroups.scenarios.process;

import org.jspecify.annotations.NullMarked;
