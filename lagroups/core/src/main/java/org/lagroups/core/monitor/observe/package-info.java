/**
 * Tests that an application feeds with what it observes.
 *
 * <p>Start with {@link org.lagroups.core.monitor.observe.ObservingMonitor}: it is given an {@link
 * org.lagroups.core.monitor.observe.Examiner}, which says of an observation whether it is good or
 * bad, and how many bad ones in a row make a failure ({@link
 * org.lagroups.core.monitor.observe.Steadiness}). The ready-made examiners are in {@code
 * org.lagroups.core.monitor.link}, votes over answers in {@code org.lagroups.core.monitor.vote}.
 *
 * <p>Time is an argument, monotonic, in nanoseconds: {@code Environment.elapsedNanos()}. All calls
 * are made, and all callbacks come, on the thread of the node's machines.
 */
@NullMarked
package org.lagroups.core.monitor.observe;

import org.jspecify.annotations.NullMarked;
