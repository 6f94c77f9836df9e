/**
 * Stand-ins for what a tree stands on, for trying out trees with many nodes in virtual time: groups
 * that are entries in one {@link org.lagroups.multicast.tree.model.Ledger} instead of signed
 * statements, and relays that do as they are told.
 *
 * <p>Start with {@link org.lagroups.multicast.tree.model.ModelTrees}, which makes the nodes of one
 * simulation; {@link org.lagroups.multicast.tree.model.TreeMachine} is the tree of one of them. All
 * are on one thread.
 */
@NullMarked
package org.lagroups.multicast.tree.model;

import org.jspecify.annotations.NullMarked;
