/**
 * A member's side of the distribution of a stream.
 *
 * <p>Start with {@link org.lagroups.multicast.relay.child.Member}. It checks chunks, keeps them,
 * passes them on ({@link org.lagroups.multicast.relay.child.Siblings} knows to whom), acknowledges
 * and reports; {@link org.lagroups.multicast.relay.child.Fetcher} asks for what is missing.
 */
@NullMarked
package org.lagroups.multicast.relay.child;

import org.jspecify.annotations.NullMarked;
