package org.lagroups.core.group.protocol;

import java.util.List;
import java.util.TreeSet;
import org.lagroups.core.attestation.LinkStateAdvertisement;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.group.view.AdvertisementDatabase;
import org.lagroups.core.group.view.View;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;

/** With whom this node wants links in one group, while they are in the view and afterwards. */
final class WantedLinks {

  private final GroupId group;
  private final NodeId self;
  private final Contacts contacts;
  private final Links links;
  private final Statements statements;
  private final AdvertisementDatabase database;

  WantedLinks(
      GroupId group,
      NodeId self,
      Contacts contacts,
      Links links,
      Statements statements,
      AdvertisementDatabase database) {
    this.group = group;
    this.self = self;
    this.contacts = contacts;
    this.links = links;
    this.statements = statements;
    this.database = database;
  }

  /** The group begins, or begins again after a restart. */
  void begin(View view, long wallMillis) {
    for (NodeId attestee : statements.attestees().keySet()) {
      if (!contacts.contains(attestee)) {
        contacts.seen(attestee, List.of(), wallMillis);
      }
    }
    wantLinks(view);
  }

  /** Some have entered the view, and some have left it. */
  void changed(List<NodeId> entered, List<NodeId> left, View view, long wallMillis) {
    for (NodeId node : left) {
      if (mayMeetAgain(node)) {
        contacts.seen(node, List.of(), wallMillis);
      } else {
        contacts.forget(node);
      }
    }
    entered.forEach(node -> contacts.seen(node, addressesSaidBy(node), wallMillis));
    contacts.trim(view::contains);
    wantLinks(view);
  }

  /** An attester says where it is. */
  void heard(LinkStateAdvertisement content) {
    NodeId attester = content.attesterId();
    if (contacts.contains(attester)) {
      contacts.movedTo(attester, content.addresses());
      links.want(group, attester, content.addresses());
    }
  }

  /** This node has withdrawn from another. */
  void withdrawn(NodeId node, View view) {
    if (!mayMeetAgain(node) && !view.contains(node)) {
      contacts.forget(node);
      wantLinks(view);
    }
  }

  /** Not with who has left or equivocates, and not with whom this node dropped for a cause. */
  private boolean mayMeetAgain(NodeId node) {
    return database.excluded(node).isEmpty()
        && switch (statements.withdrawnBecause(node).map(Reason::code).orElse(null)) {
          case null -> true;
          case UNSPECIFIED, UNREACHABLE, TOO_SLOW -> true;
          case LEFT, FLOODING, BAD_CONTENT, WRONG_ANSWERS, MISBEHAVED, OPERATOR -> false;
        };
  }

  private List<NodeAddress> addressesSaidBy(NodeId node) {
    return database.find(node).map(known -> known.content().addresses()).orElse(List.of());
  }

  private void wantLinks(View view) {
    TreeSet<NodeId> wanted = new TreeSet<>(contacts.nodes());
    wanted.addAll(view.nodes());
    wanted.remove(self);
    links.retain(group, wanted);
    wanted.forEach(peer -> links.want(group, peer, contacts.addressesOf(peer)));
  }
}
