/**
 * Requests and replies between members of a group that may have no direct link.
 *
 * <p>Start with {@link org.lagroups.core.route.Router}: {@code request} sends a body along an
 * explicit {@link org.lagroups.core.route.Route}, {@code serve} answers. {@link
 * org.lagroups.core.route.Routes} finds routes in the attestation graph: the shortest, or several
 * that share no relay. Both ends sign, so a relay can only drop: whatever it alters is found out,
 * and the {@link org.lagroups.core.route.RouteReply} names the route on which it happened.
 *
 * <p>All calls are made, and all callbacks come, on the thread of the node's machines.
 */
@NullMarked
package org.lagroups.core.route;

import org.jspecify.annotations.NullMarked;
