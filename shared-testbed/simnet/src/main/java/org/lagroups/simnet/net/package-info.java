/**
 * What a test does to the network.
 *
 * <p>Start with {@link org.lagroups.simnet.net.Network}: latency, {@link
 * org.lagroups.simnet.net.Conditions} (loss, jitter, duplication, reordering), one-way cuts,
 * partitions, uplink rates, and {@link org.lagroups.simnet.net.Interceptor}s, which see every
 * message between its sender and the wire.
 */
@NullMarked
package org.lagroups.simnet.net;

import org.jspecify.annotations.NullMarked;
