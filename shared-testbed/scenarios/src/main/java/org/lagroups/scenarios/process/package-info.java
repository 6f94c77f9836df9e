/**
 * Real nodes and other programs as processes of their own, and the commands a person would type at
 * them.
 *
 * <p>Start with {@link org.lagroups.scenarios.process.NodeChild}; {@link
 * org.lagroups.scenarios.process.Cli} runs a command of {@code lag} against one. A program of the
 * benchmarks is an {@link org.lagroups.scenarios.process.ObedientProcess} of a {@link
 * org.lagroups.scenarios.process.JavaCommand}, and takes {@link
 * org.lagroups.scenarios.process.Orders} inside. The rest is where such programs find and leave
 * files. Used from one thread each.
 */
@NullMarked
package org.lagroups.scenarios.process;

import org.jspecify.annotations.NullMarked;
