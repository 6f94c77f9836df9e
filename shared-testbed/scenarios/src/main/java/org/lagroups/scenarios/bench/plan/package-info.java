/**
 * How near relay plans come to the bound, and how long planning takes. Start with {@link
 * org.lagroups.scenarios.bench.plan.PlanBenchmark}; its groups are drawn from {@link
 * org.lagroups.scenarios.bench.plan.CloudCapacities}, real ones where they are at hand, or made up
 * by {@link org.lagroups.scenarios.bench.plan.MadeUpGroups}.
 */
@NullMarked
package org.lagroups.scenarios.bench.plan;

import org.jspecify.annotations.NullMarked;
