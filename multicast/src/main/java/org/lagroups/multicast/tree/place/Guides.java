package org.lagroups.multicast.tree.place;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.wire.place.Option;

/**
 * Whom to ask for a place: who was known from the beginning, who was above the last parent, and who
 * has answered. So a node finds back though those it knew first are gone.
 */
public final class Guides {

  /** The most of those above the last parent: the nearest, and the source. */
  public static final int MAX_ABOVE = 7;

  /** The most of those that answered: the latest. */
  public static final int MAX_ANSWERED = 8;

  private final List<Contact> first;
  private List<Contact> above = List.of();
  private List<Contact> answered = List.of();

  /** With those known from the beginning. */
  public Guides(List<Contact> first) {
    this.first = List.copyOf(first);
  }

  /**
   * The parent has said what is above it. It is known itself as long as there is a parent; only if
   * nothing is above it, as it is the source, it is kept.
   */
  public void heard(Parent parent) {
    List<Contact> ancestors = parent.ancestors();
    if (ancestors.isEmpty()) {
      above = List.of(parent.contact());
    } else if (ancestors.size() <= MAX_ABOVE) {
      above = ancestors;
    } else {
      List<Contact> kept = new ArrayList<>(ancestors.subList(0, MAX_ABOVE - 1));
      kept.add(ancestors.getLast());
      above = List.copyOf(kept);
    }
  }

  /** A search has led to nothing. */
  public void answered(List<Contact> latest) {
    int count = latest.size();
    answered = List.copyOf(latest.subList(Math.max(0, count - MAX_ANSWERED), count));
  }

  /** Whom to ask: first those that were always known, whatever a parent has said. */
  public List<Option> all(NodeId self) {
    return options(self, first, above, answered);
  }

  /** Whom to ask when a parent is lost: first those near it. */
  public List<Option> near(NodeId self, Parent lost) {
    return options(self, lost.ancestors(), lost.others(), lost.siblings(), first, above);
  }

  /** Whom to ask for a place that is not below a parent. */
  public List<Option> above(NodeId self, Parent parent) {
    return options(self, parent.ancestors(), first, above);
  }

  @SafeVarargs
  private static List<Option> options(NodeId self, List<Contact>... lists) {
    Map<NodeId, Option> options = new LinkedHashMap<>();
    for (List<Contact> contacts : lists) {
      for (Contact contact : contacts) {
        if (!contact.node().equals(self)) {
          options.putIfAbsent(contact.node(), new Option(contact, Option.NOWHERE));
        }
      }
    }
    return List.copyOf(options.values());
  }
}
