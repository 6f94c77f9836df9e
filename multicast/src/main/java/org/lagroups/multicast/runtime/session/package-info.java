/**
 * Streams in a node, from end to end: an input that is cut into chunks, or chunks that go to
 * outputs.
 *
 * <p>Start with {@link org.lagroups.multicast.runtime.session.Sessions}. A session lasts until it
 * is closed, however it ended: so somebody can ask how.
 *
 * <p>On the event loop, but for what says otherwise.
 */
@NullMarked
package org.lagroups.multicast.runtime.session;

import org.jspecify.annotations.NullMarked;
