/**
 * How often rules alert: {@code threshold} and {@code detection_filter}.
 *
 * <p>Start from {@link org.lagroups.wormguard.engine.limit.Thresholds}, which counts for one
 * thread, in bounded memory, by the clock of the packets.
 */
@NullMarked
package org.lagroups.wormguard.engine.limit;

import org.jspecify.annotations.NullMarked;
