/**
 * What a node knows of its neighbours in the tree, without sending anything.
 *
 * <p>{@link org.lagroups.multicast.tree.place.Position} is its own place, {@link
 * org.lagroups.multicast.tree.place.Children} are those it has given, {@link
 * org.lagroups.multicast.tree.place.Search} is the way to a new one, which begins with the {@link
 * org.lagroups.multicast.tree.place.Guides}. {@link
 * org.lagroups.multicast.tree.place.Acquaintances} and {@link
 * org.lagroups.multicast.tree.place.Penalties} remember how long others have been known and who
 * failed. All are bounded, and used on the tree's thread only.
 */
@NullMarked
package org.lagroups.multicast.tree.place;

import org.jspecify.annotations.NullMarked;
