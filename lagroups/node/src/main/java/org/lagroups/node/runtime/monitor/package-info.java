/**
 * The tests by which a node decides whom to vouch for, on a real node.
 *
 * <p>Start with {@link org.lagroups.node.runtime.monitor.MemberTests}: it tells the {@link
 * org.lagroups.core.monitor.kit.TestKit} what arrives and that time passes, and puts questions. How
 * a node finds its own answers is in {@code answer}.
 *
 * <p><b>Threads.</b> The event loop, except for the reading of meters.
 */
@NullMarked
package org.lagroups.node.runtime.monitor;

import org.jspecify.annotations.NullMarked;
