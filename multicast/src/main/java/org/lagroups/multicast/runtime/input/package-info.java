/**
 * Ways into a stream: a file, standard input, MPEG-TS by UDP.
 *
 * <p>Start with {@link org.lagroups.multicast.runtime.input.Inputs}, which opens an {@link
 * org.lagroups.multicast.runtime.end.InputAddress}. The {@link
 * org.lagroups.multicast.runtime.input.StreamInput} hands over as many pieces as are asked for and
 * tells its end, silence and failure, as {@link org.lagroups.multicast.runtime.input.InputEvent}s.
 * So a file or pipe is read no faster than the stream goes out; what comes by UDP cannot be held
 * back, and what does not fit is dropped, the oldest first, and counted.
 *
 * <p>Each input has a thread of its own that reads, and a {@link
 * org.lagroups.multicast.runtime.input.Handover} between it and the node's loop. Everything is
 * called and told on the loop.
 */
@NullMarked
package org.lagroups.multicast.runtime.input;

import org.jspecify.annotations.NullMarked;
