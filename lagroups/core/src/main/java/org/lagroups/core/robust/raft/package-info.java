/**
 * Agreement on views by Raft (Ongaro and Ousterhout, "In Search of an Understandable Consensus
 * Algorithm"), as MicroRaft implements it, without sockets, threads, clocks or disks of its own.
 *
 * <p>Start with {@link org.lagroups.core.robust.raft.Agreement}, this node's part in one group's
 * agreement. The library's ports are filled by {@code Tasks} (its executor), {@code RaftClock},
 * {@code DurableLog} (its store) and {@code ViewLog} (its state machine). {@code HeldBack} keeps
 * everything that leaves a node until what it rests on is durable. {@code Chair} is what a leader
 * does: it proposes views, and has the voters follow them.
 *
 * <p>Everything is used on the thread of the node's machines.
 */
@NullMarked
package org.lagroups.core.robust.raft;

import org.jspecify.annotations.NullMarked;
