/**
 * The tree of groups (paper, section 3.2): which node receives a stream from which.
 *
 * <p>A parent and its at most k children are an LA-group. A newcomer becomes a leaf; who has been
 * up for long enough rises by the transcript of its group; who fails to forward begins again at the
 * bottom; who loses its parent goes to its grandparent. No chunk passes through here.
 *
 * <p>Start with {@link org.lagroups.multicast.tree.Tree}, one node's part in one stream's tree. Its
 * side as a parent is in {@code tree.parent}, that as a child in {@code tree.child}. {@code Beats}
 * is what it tells both by itself, {@code Vouching} what it attests. What a tree needs is in {@code
 * tree.port}, what it remembers in {@code tree.place}; {@code tree.model} runs trees alone.
 *
 * <p>All of it runs on the thread of its machine.
 */
@NullMarked
package org.lagroups.multicast.tree;

import org.jspecify.annotations.NullMarked;
