/**
 * A node of the tree of groups as a child.
 *
 * <p>{@link org.lagroups.multicast.tree.child.Following} hears the parent and notices when that has
 * failed. {@link org.lagroups.multicast.tree.child.Seeking} is the way to another, by a {@code
 * Search} and then a {@code Taking}, for as long as {@code Patience} says. {@link
 * org.lagroups.multicast.tree.child.Rising} is the wish for a better one.
 *
 * <p>All of it runs on the thread of its machine.
 */
@NullMarked
package org.lagroups.multicast.tree.child;

import org.jspecify.annotations.NullMarked;
