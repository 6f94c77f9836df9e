/**
 * The process of a node that takes part in distributing a file.
 *
 * <p>Start with {@link org.lagroups.scenarios.bench.cast.host.PeerHost}. Blocking sockets, with a
 * thread for each direction of a connection.
 */
@NullMarked
package org.lagroups.scenarios.bench.cast.host;

import org.jspecify.annotations.NullMarked;
