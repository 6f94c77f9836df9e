/**
 * Measures what a laboratory's cables really do, by plain TCP and UDP.
 *
 * <p>Start with {@link org.lagroups.scenarios.netlab.probe.Probe}, one on a host; {@link
 * org.lagroups.scenarios.netlab.probe.Goodput} is what arrives of its streams. Inside each host
 * runs a {@link org.lagroups.scenarios.netlab.probe.ProbeHost}. Each is used from one thread at a
 * time.
 */
@NullMarked
package org.lagroups.scenarios.netlab.probe;

import org.jspecify.annotations.NullMarked;
