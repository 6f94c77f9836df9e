package org.lagroups.multicast.wire.place;

import java.util.List;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.NodeAddress;

/** What messages about places may hold at most; checked by all of their constructors. */
public final class Bounds {

  /** The most nodes in a list, and so the most children of a node. */
  public static final int MAX_LIST = 63;

  /** The most addresses of a node. */
  public static final int MAX_ADDRESSES = 4;

  private Bounds() {}

  /**
   * Checks a number.
   *
   * @throws IllegalArgumentException unless it is in the range, both ends included
   */
  public static void requireRange(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s is %d to %d, not %d".formatted(what, least, most, value));
    }
  }

  /**
   * Copies a list of nodes.
   *
   * @throws IllegalArgumentException if it is longer than {@link #MAX_LIST}
   */
  public static <E> List<E> shortList(List<E> list) {
    requireRange("a list's length", list.size(), 0, MAX_LIST);
    return List.copyOf(list);
  }

  /**
   * Copies a list of nodes and checks each one's addresses.
   *
   * @throws IllegalArgumentException if there are too many of either
   */
  public static List<Contact> contacts(List<Contact> contacts) {
    List<Contact> copy = shortList(contacts);
    copy.forEach(Bounds::check);
    return copy;
  }

  /**
   * Copies a node's addresses.
   *
   * @throws IllegalArgumentException if there are more than {@link #MAX_ADDRESSES}
   */
  public static List<NodeAddress> addresses(List<NodeAddress> addresses) {
    requireRange("the number of addresses", addresses.size(), 0, MAX_ADDRESSES);
    return List.copyOf(addresses);
  }

  /**
   * Checks a node's addresses.
   *
   * @throws IllegalArgumentException if there are more than {@link #MAX_ADDRESSES}
   */
  public static void check(Contact contact) {
    requireRange("the number of addresses", contact.addresses().size(), 0, MAX_ADDRESSES);
  }
}
