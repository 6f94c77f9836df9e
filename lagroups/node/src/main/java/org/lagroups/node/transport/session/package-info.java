/**
 * Sessions, whatever carries them.
 *
 * <p>Start with {@link org.lagroups.node.transport.session.Sessions}, which hears of everything and
 * passes it on: before there is a session, to {@link
 * org.lagroups.node.transport.session.Greetings}, which decides which of the connections with one
 * peer becomes it; then to {@link org.lagroups.node.transport.session.Members}, as connections join
 * it and are lost. {@link org.lagroups.node.transport.session.SessionLife} begins and ends
 * sessions. How peers are dialled is in {@code dial}, what a session is while it is up in {@code
 * live}.
 *
 * <p><b>Threads.</b> Everything runs on the node's event loop.
 */
@NullMarked
package org.lagroups.node.transport.session;

import org.jspecify.annotations.NullMarked;
