/**
 * The contract between a protocol and whatever runs it.
 *
 * <p>Every protocol of LA-Groups is a deterministic state machine: messages, timers and link events
 * come in, messages and timers go out, and nothing else about the world is visible to it. The same
 * class therefore runs on real sockets and, by the thousand, in virtual time.
 *
 * <p>Start with {@link org.lagroups.machine.Machine}: what a protocol implements. A machine is
 * given one {@link org.lagroups.machine.Environment} when it is built; time, randomness, sending
 * and scheduling come from there and from nowhere else. {@link org.lagroups.machine.NodeId} and
 * {@link org.lagroups.machine.GroupId} name nodes and groups; {@link org.lagroups.machine.Bytes} is
 * the immutable content of a message.
 *
 * <p><b>Threads.</b> A host calls all machines of one node from one thread. Machines take no locks.
 * Slow work (disk, indexes, hashing) is done behind ports off that thread, and its results are
 * handed back on it.
 *
 * <p><b>Determinism.</b> Given the same calls in the same order, a machine makes the same calls to
 * its environment. So it never iterates over a collection whose order depends on object identity.
 */
@NullMarked
package org.lagroups.machine;

import org.jspecify.annotations.NullMarked;
