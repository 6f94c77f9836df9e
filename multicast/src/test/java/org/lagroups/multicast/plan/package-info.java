/**
 * Tests of the planner. {@link org.lagroups.multicast.plan.AllTrees} is the oracle: it solves small
 * groups with nothing of the planner's, by writing down every tree.
 */
@NullMarked
package org.lagroups.multicast.plan;

import org.jspecify.annotations.NullMarked;
