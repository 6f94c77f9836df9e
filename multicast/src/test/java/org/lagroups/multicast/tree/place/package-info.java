/** Tests of what a node of the tree remembers. */
@NullMarked
package org.lagroups.multicast.tree.place;

import org.jspecify.annotations.NullMarked;
