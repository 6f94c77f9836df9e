/**
 * {@code lag sim cast}: the tree of groups of one stream with many receivers that come and go.
 *
 * <p>{@link org.lagroups.scenarios.sim.cast.CastTrees} is the scenario, {@code Audience} the source
 * and its receivers, {@code World} the latencies and uplinks, {@code TreeFigures} what is measured.
 */
@NullMarked
package org.lagroups.scenarios.sim.cast;

import org.jspecify.annotations.NullMarked;
