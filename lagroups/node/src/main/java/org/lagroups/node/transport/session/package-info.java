/**
 * Sessions, whatever carries them.
 *
 * <p>Start with {@link org.lagroups.node.transport.session.Sessions}: it knows which sessions are
 * up and wanted, and decides which of two connections with one peer stays. A {@link
 * org.lagroups.node.transport.session.Carrier} makes authenticated connections, each a {@link
 * org.lagroups.node.transport.session.Link}, and reports through {@link
 * org.lagroups.node.transport.session.LinkEvents}. {@link
 * org.lagroups.node.transport.session.FrameReader} and {@link
 * org.lagroups.node.transport.session.OutgoingQueue} are the message framing that stream carriers
 * share.
 *
 * <p><b>Threads.</b> Everything runs on the node's event loop; only name look-ups run elsewhere.
 */
@NullMarked
package org.lagroups.node.transport.session;

import org.jspecify.annotations.NullMarked;
