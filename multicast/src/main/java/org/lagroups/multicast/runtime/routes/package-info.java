/**
 * The control API of streams: parses what was typed, and answers with {@code multicast.api}.
 *
 * <p>Start with {@link org.lagroups.multicast.runtime.routes.CastRoutes}. Handlers run on threads
 * that may wait.
 */
@NullMarked
package org.lagroups.multicast.runtime.routes;

import org.jspecify.annotations.NullMarked;
