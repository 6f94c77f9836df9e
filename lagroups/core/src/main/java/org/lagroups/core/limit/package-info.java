/**
 * What a peer may cost per time. Start with {@link org.lagroups.core.limit.TokenBucket}, which
 * limits one thing, or {@link org.lagroups.core.limit.PeerBuckets}, which has one bucket for every
 * peer in bounded memory.
 *
 * <p>Time is an argument. Not for use by several threads at once.
 */
@NullMarked
package org.lagroups.core.limit;

import org.jspecify.annotations.NullMarked;
