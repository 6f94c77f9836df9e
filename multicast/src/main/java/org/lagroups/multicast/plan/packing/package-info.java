/**
 * Relay trees as columns of a linear programme, on arrays: how fast can trees that span all nodes
 * send together, if no node and no link carries more than it may?
 *
 * <p>Start with {@link org.lagroups.multicast.plan.packing.TreePacking}, which finds rates of trees
 * and prices of capacities that prove each other. {@link
 * org.lagroups.multicast.plan.packing.SafeTrees} finds trees, each grown by {@link
 * org.lagroups.multicast.plan.packing.TreeGrowth} within {@link
 * org.lagroups.multicast.plan.packing.KnownCuts}. {@link
 * org.lagroups.multicast.plan.packing.PackingProgram} is the linear programme over the trees found
 * so far, {@link org.lagroups.multicast.plan.packing.CheapestTree} finds the tree that it lacks,
 * and {@link org.lagroups.multicast.plan.packing.Thinning} makes do with fewer trees.
 *
 * <p>Nodes are numbers here, and so are capacities: see {@link
 * org.lagroups.multicast.plan.bound.Limits}.
 *
 * <p><b>Threads.</b> Everything here belongs to one thread at a time.
 */
@NullMarked
package org.lagroups.multicast.plan.packing;

import org.jspecify.annotations.NullMarked;
