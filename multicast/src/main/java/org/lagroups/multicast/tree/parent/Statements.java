package org.lagroups.multicast.tree.parent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.tree.place.Child;
import org.lagroups.multicast.tree.place.Ground;
import org.lagroups.multicast.tree.place.Parent;
import org.lagroups.multicast.wire.TreeMessage;
import org.lagroups.multicast.wire.place.Ward;

/** What a node says of itself to those above and below it. All lists are bounded. */
final class Statements {

  /** The nearest ancestors that a node knows, and the source besides. */
  static final int MAX_ANCESTORS = 6;

  /** Other nodes that a node knows. */
  static final int MAX_OTHERS = 8;

  private final Ground ground;
  private final Referrals referrals;
  private final Merits merits;

  Statements(Ground ground, Referrals referrals, Merits merits) {
    this.ground = ground;
    this.referrals = referrals;
    this.merits = merits;
  }

  /** To a child: that this node is there, and how near to the source. */
  TreeMessage.Pulse pulse() {
    long barAbove = ground.position().parent().map(Parent::bar).orElse(Long.MAX_VALUE);
    return new TreeMessage.Pulse(
        ground.stream(),
        ground.position().stand(),
        ground.position().proof(),
        referrals.openAnywhere(),
        merits.bar(),
        barAbove);
  }

  /** To a child: where to go should this node fail. */
  TreeMessage.Lineage lineage() {
    Optional<Parent> parent = ground.position().parent();
    return new TreeMessage.Lineage(
        ground.stream(),
        parent.map(above -> joined(above.contact(), above.ancestors())).orElse(List.of()),
        ground.children().all().stream().map(Child::contact).toList(),
        parent.map(above -> without(above.siblings(), ground.self().node())).orElse(List.of()),
        ground.penalties().latest(ground.now()));
  }

  /** To the parent: who the children are. */
  TreeMessage.Household household(Optional<GroupId> group) {
    List<Ward> wards = ground.children().all().stream().map(this::ward).toList();
    return new TreeMessage.Household(
        ground.stream(), group, wards, ground.penalties().latest(ground.now()));
  }

  private Ward ward(Child child) {
    return new Ward(
        child.contact(),
        ground.acquaintances().uptimeMillis(child.node(), ground.now()),
        child.bitsPerSecond());
  }

  /** A node and what is above it: the nearest, and the source. */
  private static List<Contact> joined(Contact nearest, List<Contact> above) {
    List<Contact> all = new ArrayList<>();
    all.add(nearest);
    all.addAll(above);
    if (all.size() > MAX_ANCESTORS + 1) {
      all.subList(MAX_ANCESTORS, all.size() - 1).clear();
    }
    return all;
  }

  private static List<Contact> without(List<Contact> contacts, NodeId one) {
    return contacts.stream()
        .filter(contact -> !contact.node().equals(one))
        .limit(MAX_OTHERS)
        .toList();
  }
}
