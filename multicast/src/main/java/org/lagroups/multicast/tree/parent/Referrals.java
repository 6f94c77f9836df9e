package org.lagroups.multicast.tree.parent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.tree.place.Child;
import org.lagroups.multicast.tree.place.Ground;
import org.lagroups.multicast.tree.place.Parent;
import org.lagroups.multicast.wire.TreeMessage.Purpose;
import org.lagroups.multicast.wire.place.Option;

/**
 * Whom a node names to those for whom it has no place itself. Of places that are as good, those
 * next to most others come first: an uplink is of use to its own group only, so few groups of many
 * carry more than many of few.
 */
final class Referrals {

  /** The most that are named of one kind. */
  static final int MAX_NAMED = 4;

  private final Ground ground;

  Referrals(Ground ground) {
    this.ground = ground;
  }

  /** The depth of the shallowest open place below, or here. */
  int openDepth() {
    return Math.min(ownOpenDepth(), openBelow());
  }

  /** The same in the whole tree, as far as known. */
  int openAnywhere() {
    int told = ground.position().parent().map(Parent::openDepth).orElse(Option.NOWHERE);
    return Math.min(openDepth(), told);
  }

  /**
   * Whether no other place is shallower than one here would be, as far as known.
   *
   * @param slack by how many levels another may be shallower nevertheless
   */
  boolean isShallowest(int slack) {
    return childDepth() - slack <= openAnywhere();
  }

  /** For who asks for a place. */
  List<Option> forAsker(NodeId asker, Purpose purpose) {
    return switch (purpose) {
      case NEWCOMER ->
          ground.penalties().isFallen(asker, ground.now()) ? forFallen(asker) : forNewcomer(asker);
      case ORPHAN, MOVING -> forOrphan(asker);
    };
  }

  /** For newcomers: down to the shallowest open place, or up if that is elsewhere. */
  private List<Option> forNewcomer(NodeId newcomer) {
    List<Option> options = new ArrayList<>();
    int below = openBelow();
    if (openAnywhere() < below || !ground.isAttached()) {
      upwards(openAnywhere(), options);
    }
    named(child -> child.openDepth() < Option.NOWHERE && !child.node().equals(newcomer))
        .sorted(
            Comparator.comparingInt(Child::openDepth)
                .thenComparing(child -> child.wards().size(), Comparator.reverseOrder())
                .thenComparing(ground::score, descending()))
        .limit(MAX_NAMED)
        .forEach(child -> options.add(new Option(child.contact(), child.openDepth())));
    if (options.isEmpty()) {
      options.addAll(forMoving(newcomer));
    }
    return options;
  }

  /** For who failed to forward: further down than any place that somebody else would want. */
  private List<Option> forFallen(NodeId node) {
    List<Option> options = new ArrayList<>();
    if (!ground.isAttached()) {
      upwards(Option.NOWHERE, options);
    }
    named(child -> !child.node().equals(node))
        .sorted(Comparator.comparingInt((Child child) -> child.wards().size()).reversed())
        .limit(MAX_NAMED)
        .forEach(child -> options.add(new Option(child.contact(), Option.NOWHERE)));
    return options;
  }

  /** For who lost its parent: to this node's children, and up. */
  private List<Option> forOrphan(NodeId orphan) {
    List<Option> options = new ArrayList<>(forMoving(orphan));
    upwards(Option.NOWHERE, options);
    return options;
  }

  /** For who is to move down: to the children that have a place left. */
  List<Option> forMoving(NodeId moving) {
    List<Child> able =
        named(child ->
                !child.node().equals(moving) && child.load() < ground.settings().mostChildren())
            .sorted(
                Comparator.comparingInt(Child::load)
                    .reversed()
                    .thenComparing(ground::score, descending()))
            .limit(MAX_NAMED)
            .toList();
    able.stream().limit(1).forEach(Child::promise);
    int depth = Math.min(Option.NOWHERE, childDepth() + 1);
    return able.stream().map(child -> new Option(child.contact(), depth)).toList();
  }

  /** The depth of this node's children. */
  int childDepth() {
    return ground.position().stand().depth() + 1;
  }

  private int ownOpenDepth() {
    boolean isOpen = ground.isAttached() && ground.children().isOpen(ground.now());
    return isOpen ? Math.min(childDepth(), Option.NOWHERE) : Option.NOWHERE;
  }

  private int openBelow() {
    return named(child -> true).mapToInt(Child::openDepth).min().orElse(Option.NOWHERE);
  }

  /** The source, the parent and who is above it; without a parent those who may know of one. */
  private void upwards(int openDepth, List<Option> options) {
    Optional<Parent> parent = ground.position().parent();
    if (parent.isEmpty()) {
      ground.guides().all(ground.self().node()).stream().limit(MAX_NAMED).forEach(options::add);
      return;
    }
    List<Contact> ancestors = parent.get().ancestors();
    if (!ancestors.isEmpty()) {
      options.add(new Option(ancestors.getLast(), openDepth));
    }
    options.add(new Option(parent.get().contact(), openDepth));
    ancestors.stream()
        .limit(Math.min(MAX_NAMED, Math.max(0, ancestors.size() - 1)))
        .forEach(ancestor -> options.add(new Option(ancestor, openDepth)));
  }

  /** The children that others may be sent to: not who fell, or is on its way elsewhere. */
  private Stream<Child> named(Predicate<Child> also) {
    long now = ground.now();
    return ground.children().all().stream()
        .filter(child -> !ground.penalties().isFallen(child.node(), now))
        .filter(child -> !child.isYielding(now))
        .filter(also);
  }

  private static Comparator<Long> descending() {
    return Comparator.reverseOrder();
  }
}
