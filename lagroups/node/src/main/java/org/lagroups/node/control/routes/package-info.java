/**
 * The core's part of the control API: the node itself, its groups, invitations, and questions about
 * their graphs. Start with {@link org.lagroups.node.control.routes.CoreRoutes}.
 *
 * <p><b>Threads.</b> Handlers run on virtual threads, and ask the node on its loop.
 */
@NullMarked
package org.lagroups.node.control.routes;

import org.jspecify.annotations.NullMarked;
