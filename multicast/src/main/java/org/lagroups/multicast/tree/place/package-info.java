/**
 * What a node knows of its neighbours in the tree, without sending anything.
 *
 * <p>{@link org.lagroups.multicast.tree.place.Ground} is all of it, with what the tree stands on.
 * {@link org.lagroups.multicast.tree.place.Position} is the node's own place, {@link
 * org.lagroups.multicast.tree.place.Children} are those it has given, {@link
 * org.lagroups.multicast.tree.place.Guides} whom it asks for a new one. {@link
 * org.lagroups.multicast.tree.place.Acquaintances} and {@link
 * org.lagroups.multicast.tree.place.Penalties} remember how long others have been known and who
 * failed. All are bounded, and used on the tree's thread only.
 */
@NullMarked
package org.lagroups.multicast.tree.place;

import org.jspecify.annotations.NullMarked;
