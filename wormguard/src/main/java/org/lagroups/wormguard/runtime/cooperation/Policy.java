package org.lagroups.wormguard.runtime.cooperation;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.lagroups.core.group.LaGroups;
import org.lagroups.core.group.Member;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeAddress;
import org.lagroups.wormguard.cooperate.record.SignatureId;
import org.lagroups.wormguard.rule.address.Sets;
import org.lagroups.wormguard.rule.address.Variables;
import org.lagroups.wormguard.rule.text.Mistake;
import org.lagroups.wormguard.runtime.cooperation.store.LocalRules;
import org.lagroups.wormguard.runtime.cooperation.store.LocalRules.Kind;
import org.lagroups.wormguard.runtime.cooperation.store.LocalTable;

/** The operator's own rules as they are now, and what follows from them. On the event loop. */
public final class Policy {

  private final LocalTable table;
  private final Supplier<List<NodeAddress>> own;
  private LocalRules rules;

  Policy(LocalTable table, LocalRules rules, Supplier<List<NodeAddress>> own) {
    this.table = table;
    this.rules = rules;
    this.own = own;
  }

  /** As they are now. */
  public LocalRules rules() {
    return rules;
  }

  /** Puts others in their place. */
  void replace(LocalRules with) {
    rules = with;
    table.save(with);
  }

  boolean isDryRun(SignatureId id) {
    return rules.entries().contains(new LocalRules.Entry(Kind.DRY_RUN, id.toString()));
  }

  /**
   * Whose packets always go on: the addresses that the operator never blocks or allows, those of
   * this node, and those of the members of its groups.
   */
  List<String> neverBlock(LaGroups groups) {
    Set<String> never = new TreeSet<>(rules.values(Kind.NEVER_BLOCK));
    never.addAll(rules.values(Kind.ALLOW_ADDRESS));
    own.get().forEach(address -> add(address, never));
    for (GroupId group : groups.groups()) {
      groups.attestations(group).vertices().stream()
          .flatMap(node -> groups.member(group, node).stream())
          .map(Member::addresses)
          .forEach(addresses -> addresses.forEach(address -> add(address, never)));
    }
    return List.copyOf(never);
  }

  /** Names are not looked up: of whoever says only a name nothing is spared. */
  private static void add(NodeAddress address, Set<String> to) {
    if (isAddress(address.host())) {
      to.add(address.host());
    }
  }

  /** Whether a text is an address, a network or a range of them. */
  static boolean isAddress(String text) {
    try {
      return !text.contains("$")
          && !text.contains("!")
          && !new Sets(Variables.DEFAULTS).addresses("address", text).isAny();
    } catch (Mistake e) {
      return false;
    }
  }
}
