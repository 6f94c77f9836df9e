/**
 * How a node finds its own answer to a question: by the system's resolver, or a connection of its
 * own.
 *
 * <p>Start with {@link org.lagroups.node.runtime.monitor.answer.NetworkAnswers}.
 *
 * <p><b>Threads.</b> Each look-up has a virtual thread; results come back on the event loop.
 */
@NullMarked
package org.lagroups.node.runtime.monitor.answer;

import org.jspecify.annotations.NullMarked;
