/**
 * Which chunks a member has and which it lacks.
 *
 * <p>{@link org.lagroups.multicast.relay.held.SequenceSet} is what is there; {@link
 * org.lagroups.multicast.relay.held.Overdue} says from when on a chunk that is not there should be;
 * {@link org.lagroups.multicast.relay.held.Asked} remembers what was asked for, and of whom; {@link
 * org.lagroups.multicast.relay.held.HoldUps} says when it is too early to conclude anything.
 *
 * <p>Not for use by several threads.
 */
@NullMarked
package org.lagroups.multicast.relay.held;

import org.jspecify.annotations.NullMarked;
