package org.lagroups.multicast.tree.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.tree.port.TreeSettings;

/**
 * The places that a node has given to others. Reserved places count as given, so there are never
 * more than k.
 */
public final class Children {

  private final TreeSettings settings;
  private final TreeMap<NodeId, Child> children = new TreeMap<>();
  private final LinkedHashMap<NodeId, Reservation> reservations = new LinkedHashMap<>();
  private long heldUntilMillis;

  /** A place that somebody may take. */
  public record Reservation(Contact contact, Bytes token, long bitsPerSecond, long untilMillis) {}

  public Children(TreeSettings settings) {
    this.settings = settings;
  }

  /** In the order of IDs. */
  public Collection<Child> all() {
    return children.values();
  }

  public @Nullable Child get(NodeId node) {
    return children.get(node);
  }

  public boolean isEmpty() {
    return children.isEmpty();
  }

  public int count() {
    return children.size();
  }

  /** Whether a place can be given beyond those that are given and reserved. */
  public boolean hasPlace() {
    return children.size() + reservations.size() < settings.mostChildren();
  }

  /** Whether a newcomer may have a place. */
  public boolean hasUsualPlace() {
    return children.size() + reservations.size() < settings.usualChildren();
  }

  /** Whether a newcomer may have it now: not as long as it is kept for orphans and who rises. */
  public boolean isOpen(long nowMillis) {
    return hasUsualPlace() && nowMillis >= heldUntilMillis;
  }

  /** Keeps places from newcomers for a while. */
  public void hold(long untilMillis) {
    heldUntilMillis = Math.max(heldUntilMillis, untilMillis);
  }

  /** Reserves a place; a node has at most one. */
  public void reserve(Reservation reservation) {
    reservations.remove(reservation.contact().node());
    if (!hasPlace()) {
      throw new IllegalStateException("no place is left");
    }
    reservations.put(reservation.contact().node(), reservation);
  }

  /** Whether a place is reserved for a node. */
  public boolean isReserved(NodeId node) {
    return reservations.containsKey(node);
  }

  /** Makes a child of who shows the token of its place in time. */
  public Optional<Child> take(NodeId node, Bytes token, long nowMillis) {
    Reservation reservation = reservations.get(node);
    if (reservation == null
        || !reservation.token().equals(token)
        || nowMillis >= reservation.untilMillis()) {
      return Optional.empty();
    }
    reservations.remove(node);
    Child child =
        new Child(
            reservation.contact(), reservation.bitsPerSecond(), settings.mostChildren(), nowMillis);
    children.put(node, child);
    return Optional.of(child);
  }

  /** Ends a child or reservation. */
  public Optional<Child> remove(NodeId node) {
    reservations.remove(node);
    return Optional.ofNullable(children.remove(node));
  }

  /** Forgets reserved places that nobody took. */
  public void expire(long nowMillis) {
    reservations.values().removeIf(reservation -> nowMillis >= reservation.untilMillis());
  }

  /** The children that were not heard of for too long. */
  public List<Child> silent(long nowMillis) {
    return children.values().stream()
        .filter(child -> nowMillis - child.heardMillis() >= settings.silenceMillis())
        .toList();
  }

  /** Whom a link is needed to. */
  public Map<NodeId, Contact> contacts() {
    Map<NodeId, Contact> contacts = new LinkedHashMap<>();
    children.forEach((node, child) -> contacts.put(node, child.contact()));
    reservations.forEach((node, reservation) -> contacts.put(node, reservation.contact()));
    return contacts;
  }

  /** The children whose household has one in it. */
  public List<Child> parentsOf(NodeId ward) {
    List<Child> parents = new ArrayList<>();
    for (Child child : children.values()) {
      if (child.wards().stream().anyMatch(known -> known.contact().node().equals(ward))) {
        parents.add(child);
      }
    }
    return parents;
  }
}
