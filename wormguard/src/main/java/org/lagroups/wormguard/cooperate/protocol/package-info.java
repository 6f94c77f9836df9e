/**
 * Signatures of worms as one machine of a node (protocol 18).
 *
 * <p>Start with {@link org.lagroups.wormguard.cooperate.protocol.GuardMachine}. What it needs of
 * the world is in {@link org.lagroups.wormguard.cooperate.protocol.GuardPorts}, what it tells in
 * {@link org.lagroups.wormguard.cooperate.protocol.GuardListener}. For each group of the node there
 * is a {@code GroupGuard}, with its {@code Intake} (what of others is taken), {@code Opinions}
 * (what this node makes of it), {@code Standings} (what is enforced), {@code ShareDesk}
 * (endorsements are signed and checked) and {@code Gossip} (who is told what); {@code
 * EvidenceFetch} brings evidence, and {@code Judging} has it tested.
 *
 * <p>All on the node's machine thread.
 */
@NullMarked
package org.lagroups.wormguard.cooperate.protocol;

import org.jspecify.annotations.NullMarked;
