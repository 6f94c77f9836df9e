package org.lagroups.multicast.relay.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.wire.Route;

/** A tree that spans some members of a group; the parent is above its roots. Immutable. */
public final class Shape {

  /** Stands for the parent of the group where a member's number is asked for. */
  public static final int PARENT = Route.MAX_MEMBERS;

  private static final byte NOT_THERE = -1;

  private final byte[] from;
  private final long members;
  private final long relays;
  private final Bytes preorder;
  private final boolean isWhole;

  private Shape(byte[] from) {
    this.from = from;
    long spanned = 0;
    long passing = 0;
    for (int number = 0; number < from.length; number++) {
      if (from[number] != NOT_THERE) {
        spanned |= Members.of(number);
        passing |= from[number] == PARENT ? 0 : Members.of(from[number]);
      }
    }
    this.members = spanned;
    this.relays = passing;
    byte[] entries = new byte[2 * Long.bitCount(spanned)];
    this.isWhole = write(PARENT, entries, 0) == entries.length;
    this.preorder = Bytes.wrapOwned(entries);
  }

  /**
   * A tree.
   *
   * @param parents for each member from whom it gets chunks; {@link #PARENT} or another of them
   * @throws IllegalArgumentException if that is no tree
   */
  public static Shape of(Map<Integer, Integer> parents) {
    byte[] from = new byte[Route.MAX_MEMBERS];
    Arrays.fill(from, NOT_THERE);
    parents.forEach((member, parent) -> from[member] = parent.byteValue());
    Shape shape = new Shape(from);
    if (!shape.isWhole) {
      throw new IllegalArgumentException("no tree: " + parents);
    }
    return shape;
  }

  /** The parent sends to each of these itself. */
  public static Shape star(long members) {
    byte[] from = new byte[Route.MAX_MEMBERS];
    Arrays.fill(from, NOT_THERE);
    Members.list(members).forEach(member -> from[member] = PARENT);
    return new Shape(from);
  }

  /** The parent sends to {@code hub}, which is one of the members, and that to the others. */
  public static Shape hub(int hub, long members) {
    byte[] from = new byte[Route.MAX_MEMBERS];
    Arrays.fill(from, NOT_THERE);
    Members.list(members).forEach(member -> from[member] = (byte) (member == hub ? PARENT : hub));
    return new Shape(from);
  }

  /** The members that it reaches. */
  public long members() {
    return members;
  }

  /** Those that pass on what they get. */
  public long relays() {
    return relays;
  }

  /** From whom a member gets chunks: another one's number, or {@link #PARENT}. */
  public int from(int member) {
    return from[member];
  }

  /** Those that get chunks from this one, or from {@link #PARENT}. */
  public List<Integer> to(int number) {
    List<Integer> children = new ArrayList<>();
    for (int child = 0; child < from.length; child++) {
      if (from[child] == number) {
        children.add(child);
      }
    }
    return children;
  }

  /** All who send chunks on, the parent among them, and to how many. */
  public Map<Integer, Integer> senders() {
    Map<Integer, Integer> senders = new TreeMap<>();
    for (byte sender : from) {
      if (sender != NOT_THERE) {
        senders.merge((int) sender, 1, Integer::sum);
      }
    }
    return senders;
  }

  /** The route that says this to the members. */
  public Route route(int epoch) {
    return new Route(epoch, preorder);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape that && preorder.equals(that.preorder);
  }

  @Override
  public int hashCode() {
    return preorder.hashCode();
  }

  /** The entries of all below {@code number} from {@code at} on; returns where they end. */
  private int write(int number, byte[] entries, int at) {
    int next = at;
    for (int child : to(number)) {
      int entry = next;
      entries[entry] = (byte) child;
      next = write(child, entries, entry + 2);
      entries[entry + 1] = (byte) to(child).size();
    }
    return next;
  }
}
