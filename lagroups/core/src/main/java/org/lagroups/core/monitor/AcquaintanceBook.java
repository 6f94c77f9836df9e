package org.lagroups.core.monitor;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.lagroups.core.attestation.Reason;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** The acquaintances of one group, saved with every change. */
final class AcquaintanceBook {

  private final GroupId group;
  private final AttestorStore store;
  private final LinkedHashSet<NodeId> admitted;
  private final TreeMap<NodeId, Reason> banned;

  AcquaintanceBook(GroupId group, AttestorStore store) {
    this.group = group;
    this.store = store;
    Acquaintances loaded = store.load(group);
    this.admitted = new LinkedHashSet<>(loaded.admitted());
    this.banned = new TreeMap<>(loaded.banned());
  }

  List<NodeId> admitted() {
    return List.copyOf(admitted);
  }

  Map<NodeId, Reason> banned() {
    return new TreeMap<>(banned);
  }

  boolean isAdmitted(NodeId node) {
    return admitted.contains(node);
  }

  boolean isBanned(NodeId node) {
    return banned.containsKey(node);
  }

  /**
   * Remembers a node as admitted.
   *
   * @param spared who is not forgotten to make room
   * @return who was forgotten to make room
   */
  Optional<NodeId> admit(NodeId node, Predicate<NodeId> spared) {
    if (admitted.contains(node)) {
      return Optional.empty();
    }
    Optional<NodeId> forgotten = Optional.empty();
    if (admitted.size() == Acquaintances.MAX_ADMITTED) {
      NodeId oldest =
          admitted.stream().filter(spared.negate()).findFirst().orElse(admitted.getFirst());
      admitted.remove(oldest);
      forgotten = Optional.of(oldest);
    }
    admitted.add(node);
    save();
    return forgotten;
  }

  void forget(NodeId node) {
    if (admitted.remove(node)) {
      save();
    }
  }

  /**
   * Adds or changes a ban.
   *
   * @throws IllegalStateException if there is no room
   */
  void ban(NodeId node, Reason reason) {
    if (banned.size() == Acquaintances.MAX_BANNED && !banned.containsKey(node)) {
      throw new IllegalStateException(
          "group " + group + " has 4096 bans already: lift one that is no longer needed");
    }
    banned.put(node, reason);
    save();
  }

  void unban(NodeId node) {
    if (banned.remove(node) != null) {
      save();
    }
  }

  private void save() {
    store.save(group, new Acquaintances(admitted(), banned));
  }
}
