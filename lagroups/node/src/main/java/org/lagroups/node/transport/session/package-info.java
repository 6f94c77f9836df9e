/**
 * Sessions, whatever carries them.
 *
 * <p>Start with {@link org.lagroups.node.transport.session.Sessions}: it knows which sessions are
 * up and wanted, and decides which of two connections with one peer stays. A {@link
 * org.lagroups.node.transport.session.Session} has a link over each carrier that gets through;
 * {@link org.lagroups.node.transport.session.Companion} dials the one that lacks, {@link
 * org.lagroups.node.transport.session.Dialler} peers with which there is no session.
 *
 * <p><b>Threads.</b> Everything runs on the node's event loop; only name look-ups run elsewhere.
 */
@NullMarked
package org.lagroups.node.transport.session;

import org.jspecify.annotations.NullMarked;
