/**
 * File sharing's part of the control API.
 *
 * <p>Start with {@link org.lagroups.fileshare.runtime.routes.ShareRoutes}. Each class of routes
 * reads a request, asks the machine on the node's loop or the store, and answers with a record of
 * {@link org.lagroups.fileshare.api}.
 *
 * <p>Handlers run on virtual threads and may block.
 */
@NullMarked
package org.lagroups.fileshare.runtime.routes;

import org.jspecify.annotations.NullMarked;
