/**
 * Links: authenticated connections with peers, whatever carries them.
 *
 * <p>Start with {@link org.lagroups.node.transport.link.Link}. A {@link
 * org.lagroups.node.transport.link.Carrier} makes links and reports through {@link
 * org.lagroups.node.transport.link.LinkEvents}; {@link org.lagroups.node.transport.link.StreamLink}
 * is what carriers with streams share, and {@link org.lagroups.node.transport.link.SessionMessage}
 * what is said on links by the session itself.
 *
 * <p><b>Threads.</b> Everything runs on the node's event loop.
 */
@NullMarked
package org.lagroups.node.transport.link;

import org.jspecify.annotations.NullMarked;
