/**
 * Sessions while they are up.
 *
 * <p>Start with {@link org.lagroups.node.transport.session.live.SessionTable}. A {@link
 * org.lagroups.node.transport.session.live.Session} has a link over each carrier that gets through;
 * {@link org.lagroups.node.transport.session.live.Companion} dials the one that lacks, and {@link
 * org.lagroups.node.transport.session.live.Upkeep} keeps it from falling idle.
 *
 * <p><b>Threads.</b> Everything runs on the node's event loop.
 */
@NullMarked
package org.lagroups.node.transport.session.live;

import org.jspecify.annotations.NullMarked;
