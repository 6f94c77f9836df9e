/** Tests of the lines of statistics. */
@NullMarked
package org.lagroups.multicast.runtime.stats;

import org.jspecify.annotations.NullMarked;
