/**
 * Statistics of a stream as lines of text, for people's own tools: in the form and with the names
 * of {@code srt-live-transmit} (SRT's sample program), so that what reads those reads these.
 *
 * <p>Start with {@link org.lagroups.multicast.runtime.stats.StatsWriter}. It takes {@link
 * org.lagroups.multicast.runtime.stats.StreamCounters} as they stand and writes what was added
 * since its last line. For one thread.
 */
@NullMarked
package org.lagroups.multicast.runtime.stats;

import org.jspecify.annotations.NullMarked;
