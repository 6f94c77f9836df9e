package org.lagroups.multicast.wire;

import java.util.ArrayList;
import java.util.List;
import org.lagroups.machine.Bytes;

/**
 * Which members of a group pass a chunk to which others: trees, as their parent decided them.
 *
 * <p>A member finds itself by its number in the parent's roster. The same bytes are passed on
 * unchanged, so a relay need not encode a chunk again.
 *
 * @param epoch of the roster that the numbers are from, 0 or more
 * @param preorder two bytes each: a member's number and how many members it passes the chunk to,
 *     which follow with all that is below them. Those that the parent itself sends to are the roots
 */
public record Route(int epoch, Bytes preorder) {

  /** The most members of a roster; their numbers are 0 to 62. */
  public static final int MAX_MEMBERS = 63;

  /** Leads nowhere: whoever gets the chunk keeps it to itself. */
  public static final Route NONE = new Route(0, Bytes.EMPTY);

  private static final int ENTRY_BYTES = 2;

  public Route {
    if (epoch < 0 || !isPreorder(preorder)) {
      throw new IllegalArgumentException("no route: " + preorder + " of epoch " + epoch);
    }
  }

  /**
   * Whether bytes are trees in preorder: complete, each member at most once.
   *
   * @param bytes any
   */
  public static boolean isPreorder(Bytes bytes) {
    if (bytes.length() % ENTRY_BYTES != 0 || bytes.length() > MAX_MEMBERS * ENTRY_BYTES) {
      return false;
    }
    long seen = 0;
    int missing = 0; // members that are announced and have not followed yet
    for (int at = 0; at < bytes.length(); at += ENTRY_BYTES) {
      int number = bytes.at(at);
      int below = bytes.at(at + 1);
      if (number < 0 || number >= MAX_MEMBERS || below < 0 || below >= MAX_MEMBERS) {
        return false;
      }
      if ((seen & 1L << number) != 0) {
        return false;
      }
      seen |= 1L << number;
      missing = Math.max(0, missing - 1) + below;
    }
    return missing == 0;
  }

  /** How many members it reaches. */
  public int size() {
    return preorder.length() / ENTRY_BYTES;
  }

  /** Those to whom the parent itself sends. */
  public List<Integer> roots() {
    List<Integer> roots = new ArrayList<>();
    for (int at = 0; at < preorder.length(); at = skip(at)) {
      roots.add((int) preorder.at(at));
    }
    return roots;
  }

  /** Those to whom a member passes the chunk; nobody if it is not on the route. */
  public List<Integer> childrenOf(int number) {
    List<Integer> children = new ArrayList<>();
    for (int at = 0; at < preorder.length(); at += ENTRY_BYTES) {
      if (preorder.at(at) == number) {
        int child = at + ENTRY_BYTES;
        for (int i = 0; i < preorder.at(at + 1); i++) {
          children.add((int) preorder.at(child));
          child = skip(child);
        }
        break;
      }
    }
    return children;
  }

  /** Where the entry stands that follows the tree beginning at {@code at}. */
  private int skip(int at) {
    int missing = 1;
    int next = at;
    while (missing > 0) {
      missing += preorder.at(next + 1) - 1;
      next += ENTRY_BYTES;
    }
    return next;
  }
}
