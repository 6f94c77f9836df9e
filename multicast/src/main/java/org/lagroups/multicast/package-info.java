/**
 * Room for the streaming multicast of the paper's section 3.2.
 *
 * <p>The plan that a parent makes from its members' capacities, the bound on the rate and the
 * packing of relay trees that reaches it, is in {@code org.lagroups.multicast.plan}. What a stream
 * is, and its chunks authenticated by their publisher, is in {@code stream}; messages are in {@code
 * wire}. How a parent distributes a stream within its group, and its members relay it to each
 * other, is in {@code relay}. The ways in and out of a stream are {@code runtime.input} and {@code
 * runtime.output}.
 *
 * <p>What else belongs here: the tree of groups, in which a parent and its children are one group;
 * and the rise of proven members by transcript and the fall of those who fail to forward.
 *
 * <p>Tree and plan are deterministic state machines on the contract of {@code
 * org.lagroups.machine}, tried in virtual time by {@code simnet}. Sockets, files, threads and the
 * clock belong in {@code org.lagroups.multicast.runtime} alone. Other applications are never used
 * from here.
 */
@NullMarked
package org.lagroups.multicast;

import org.jspecify.annotations.NullMarked;
