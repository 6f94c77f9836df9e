/**
 * Several tests as one ("Application performs own battery of tests", talk, "When to
 * startAttest()").
 *
 * <p>Start with {@link org.lagroups.core.monitor.battery.Battery}, which is itself a {@link
 * org.lagroups.core.monitor.Monitor} and may be part of another. On the thread of the node's
 * machines.
 */
@NullMarked
package org.lagroups.core.monitor.battery;

import org.jspecify.annotations.NullMarked;
