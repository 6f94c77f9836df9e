/**
 * Lanes: the ordered and the bulk messages of a session, carried without gap or double however its
 * connections come and go.
 *
 * <p>Start with {@link org.lagroups.node.transport.lane.Lanes}, a pure state machine that moves
 * both lanes from one connection ({@link org.lagroups.node.transport.lane.Path}) to another. {@link
 * org.lagroups.node.transport.lane.Framing} and {@link
 * org.lagroups.node.transport.lane.FrameReader} are how messages lie in a stream, whatever carries
 * it.
 *
 * <p><b>Threads.</b> Everything runs on the node's event loop.
 */
@NullMarked
package org.lagroups.node.transport.lane;

import org.jspecify.annotations.NullMarked;
