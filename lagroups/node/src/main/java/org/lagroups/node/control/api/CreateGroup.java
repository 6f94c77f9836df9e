package org.lagroups.node.control.api;

import org.jspecify.annotations.Nullable;
import org.lagroups.core.attestation.RobustRule;

/**
 * Asks for a new group.
 *
 * @param validityMillis T_a, or null for the node's default
 * @param maxMembers the most members, or null for as many as possible
 * @param robust the rule of robust membership, or null for none
 */
public record CreateGroup(
    @Nullable Long validityMillis, @Nullable Integer maxMembers, @Nullable RobustRule robust) {

  /** Of a group without robust membership. */
  public CreateGroup(@Nullable Long validityMillis, @Nullable Integer maxMembers) {
    this(validityMillis, maxMembers, null);
  }
}
