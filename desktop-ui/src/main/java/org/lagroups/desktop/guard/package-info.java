/**
 * Wormguard: the signatures of worms that the groups know, who vouches for them, and what this
 * node's operator decides about them.
 *
 * <p>{@link org.lagroups.desktop.guard.GuardScreen} is the place. {@code SignaturesModel} has the
 * signatures and the operator's rules, and does what a person decides; {@code GatewayModel} has
 * what the gateway of the node's home does and tells.
 */
@NullMarked
package org.lagroups.desktop.guard;

import org.jspecify.annotations.NullMarked;
