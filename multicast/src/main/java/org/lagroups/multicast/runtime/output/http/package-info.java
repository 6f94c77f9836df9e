/**
 * Players that open the stream by HTTP.
 *
 * <p>Start with {@link org.lagroups.multicast.runtime.output.http.PlayerOutput}: a small HTTP/1.1
 * server on the loopback interface, by the server that comes with Java, as for the control API.
 * Each {@link org.lagroups.multicast.runtime.output.http.Player} has a queue and a virtual thread
 * of its own, so a slow one holds up nobody. {@link
 * org.lagroups.multicast.runtime.output.http.PlayerGate} says who may watch.
 */
@NullMarked
package org.lagroups.multicast.runtime.output.http;

import org.jspecify.annotations.NullMarked;
