/**
 * A node of the tree of groups as a parent.
 *
 * <p>Start with {@link org.lagroups.multicast.tree.parent.Hosting}: it gives places, refers, asks
 * to move, and lets go. {@code Merits} says who deserves a place, {@code Referrals} whom others may
 * ask for one, {@code Hearsay} what children are believed, {@code Statements} what the node says
 * itself. {@code Askers} and {@code Departures} remember who asked and who went; both are bounded.
 *
 * <p>All of it runs on the thread of its machine.
 */
@NullMarked
package org.lagroups.multicast.tree.parent;

import org.jspecify.annotations.NullMarked;
