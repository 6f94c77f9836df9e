/**
 * What happened in a run, event by event.
 *
 * <p>Start with {@link org.lagroups.simnet.trace.Trace}. It always keeps a running digest and the
 * last lines, for the message of a failure; it writes the whole run as text only when asked to.
 */
@NullMarked
package org.lagroups.simnet.trace;

import org.jspecify.annotations.NullMarked;
