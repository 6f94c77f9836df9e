/**
 * Tests by which a node decides to whom it attests.
 *
 * <p>Start with {@link org.lagroups.core.monitor.Attestor}: it tests every member of the groups it
 * serves with a {@link org.lagroups.core.monitor.Monitor}, attests to those that pass and stops
 * attesting to those that fail. {@link org.lagroups.core.monitor.HeartbeatMonitor} is the simplest
 * monitor: the peer answers. The messages behind it are those of {@link
 * org.lagroups.core.monitor.HeartbeatMachine}, one protocol for all groups of a node. Tests of what
 * the application observes are in {@code observe}, {@code link} and {@code vote} below this
 * package, and {@code battery} combines tests.
 *
 * <p>All calls are made, and all callbacks come, on the thread of the node's machines.
 */
@NullMarked
package org.lagroups.core.monitor;

import org.jspecify.annotations.NullMarked;
