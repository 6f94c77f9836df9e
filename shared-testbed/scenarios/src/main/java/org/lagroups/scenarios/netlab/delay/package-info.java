/**
 * The process through which a laboratory's packets go that are to be late.
 *
 * <p>Start with {@link org.lagroups.scenarios.netlab.delay.DelayHost}. The kernel hands it whole
 * Ethernet frames by a {@link org.lagroups.scenarios.netlab.delay.TapDevice}; it keeps them in a
 * {@link org.lagroups.scenarios.netlab.delay.DelayLine} and writes them back. Hosts notice nothing
 * but the time, whatever protocol they speak. One thread reads, one writes, one takes orders.
 */
@NullMarked
package org.lagroups.scenarios.netlab.delay;

import org.jspecify.annotations.NullMarked;
