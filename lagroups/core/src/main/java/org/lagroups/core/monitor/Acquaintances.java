package org.lagroups.core.monitor;

import java.util.List;
import java.util.Map;
import org.lagroups.core.attestation.Reason;
import org.lagroups.machine.NodeId;

/**
 * What an {@link Attestor} remembers of a group's nodes.
 *
 * @param admitted nodes that were admitted or attested to before and have not left by themselves;
 *     they need no token to come back. The longest known first, at most {@link #MAX_ADMITTED}
 * @param banned nodes to which it never attests, and why; at most {@link #MAX_BANNED}
 */
public record Acquaintances(List<NodeId> admitted, Map<NodeId, Reason> banned) {

  /** The most nodes remembered as admitted to a group. */
  public static final int MAX_ADMITTED = 128;

  /** The most bans in a group. */
  public static final int MAX_BANNED = 4_096;

  /** Of a new group. */
  public static final Acquaintances NONE = new Acquaintances(List.of(), Map.of());

  /**
   * Copies both.
   *
   * @throws IllegalArgumentException if there are too many
   */
  public Acquaintances {
    admitted = List.copyOf(admitted);
    banned = Map.copyOf(banned);
    if (admitted.size() > MAX_ADMITTED || banned.size() > MAX_BANNED) {
      throw new IllegalArgumentException("at most 128 admitted nodes and 4096 bans in a group");
    }
  }
}
