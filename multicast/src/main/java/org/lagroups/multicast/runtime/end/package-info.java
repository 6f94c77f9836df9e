/**
 * The two ends of a stream, as people name them.
 *
 * <p>Start with {@link org.lagroups.multicast.runtime.end.InputAddress} and {@link
 * org.lagroups.multicast.runtime.end.OutputAddress}, which are parsed from what was typed; a text
 * that is none is refused with a message that says what is allowed. What is wrong with an end later
 * is a {@link org.lagroups.multicast.runtime.end.StreamProblem}. Opening them is the work of {@code
 * org.lagroups.multicast.runtime.input} and {@code org.lagroups.multicast.runtime.output}.
 *
 * <p>Everything is immutable.
 */
@NullMarked
package org.lagroups.multicast.runtime.end;

import org.jspecify.annotations.NullMarked;
