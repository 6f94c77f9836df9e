/**
 * Ready-made tests of how a node performs: {@link org.lagroups.core.monitor.link.LatencyAnomaly},
 * {@link org.lagroups.core.monitor.link.ThroughputFloor} and {@link
 * org.lagroups.core.monitor.link.FloodCeiling} (paper, section 2.2: anomaly detection for
 * performance faults, packet flooding and denial of service).
 *
 * <p>Each has a method {@code monitor} that makes a monitor of it; the application tells that what
 * it observes. See {@code org.lagroups.core.monitor.observe} for time and threads.
 */
@NullMarked
package org.lagroups.core.monitor.link;

import org.jspecify.annotations.NullMarked;
