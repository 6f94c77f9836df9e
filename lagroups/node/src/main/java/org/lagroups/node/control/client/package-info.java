/**
 * The clients' side of the control API. Start with {@link
 * org.lagroups.node.control.client.ControlClient}; whatever the node refuses, and a node that does
 * not run, comes as a {@link org.lagroups.node.control.client.ControlException} that says what to
 * do.
 *
 * <p><b>Threads.</b> Calls block. A client may be used from several threads, an {@link
 * org.lagroups.node.control.client.EventStream} from one, which any other may close.
 */
@NullMarked
package org.lagroups.node.control.client;

import org.jspecify.annotations.NullMarked;
