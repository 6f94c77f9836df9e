package org.lagroups.wormguard.match.automaton;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** The nodes of a {@link ReversedTrie}, by number, in flat arrays. */
final class TrieNodes {

  static final int ROOT = 0;
  static final int NONE = -1;

  private final byte[] pool;
  private final int[] depths;
  private final int[] labels;
  private final int[] firstIds;
  private final int[] ids;
  private final ChildTable children;

  /** A literal, and the id that it is reported by. */
  @SuppressWarnings("ArrayRecordComponent") // Handed over, and never shared.
  record Entry(int id, byte[] content) {}

  private TrieNodes(Building building) {
    int count = building.nodes.size();
    pool = building.pool;
    depths = new int[count];
    labels = new int[count];
    firstIds = new int[count + 1];
    children = new ChildTable(count);
    int[] allIds = new int[building.idCount];
    int next = 0;
    for (Node node : building.nodes) {
      depths[node.number] = node.depth;
      labels[node.number] = node.literalEnd - node.depth;
      firstIds[node.number] = next;
      for (int id : node.ids) {
        allIds[next++] = id;
      }
      if (node.number != ROOT) {
        Node parent = building.nodes.get(node.parent);
        children.put(parent.number, pool[node.literalEnd - parent.depth - 1], node.number);
      }
    }
    firstIds[count] = next;
    ids = allIds;
  }

  static TrieNodes of(List<Entry> literals) {
    return new TrieNodes(new Building(literals));
  }

  /** All literals one after the other. Not to be written to. */
  byte[] pool() {
    return pool;
  }

  /** The child whose edge begins with {@code value}, or {@link #NONE}. */
  int child(int node, byte value) {
    return children.get(node, value);
  }

  /** How many bytes are between here and the root. */
  int depth(int node) {
    return depths[node];
  }

  /** Where in the pool those bytes begin; the edge from the parent is the first of them. */
  int labelAt(int node) {
    return labels[node];
  }

  /** Where its ids begin; they end where those of the next node begin. */
  int firstId(int node) {
    return firstIds[node];
  }

  int id(int index) {
    return ids[index];
  }

  long memoryBytes() {
    return pool.length
        + (long) Integer.BYTES * (depths.length + labels.length + firstIds.length + ids.length)
        + children.memoryBytes();
  }

  private static final class Node {

    final int number;
    final int depth;
    final int literalEnd;
    final List<Integer> ids = new ArrayList<>(1);
    int parent = NONE;

    Node(int number, int depth, int literalEnd) {
      this.number = number;
      this.depth = depth;
      this.literalEnd = literalEnd;
    }
  }

  /** Adds the literals in the order of their bytes from the last to the first. */
  private static final class Building {

    final byte[] pool;
    final List<Node> nodes = new ArrayList<>();
    final int idCount;
    private final Deque<Node> path = new ArrayDeque<>();

    Building(List<Entry> literals) {
      List<Entry> sorted = new ArrayList<>(literals);
      sorted.sort(Comparator.comparing(Entry::content, TrieNodes::compareReversed));
      pool = new byte[literals.stream().mapToInt(entry -> entry.content().length).sum()];
      idCount = literals.size();
      path.push(newNode(0, 0));
      byte[] previous = {};
      int at = 0;
      for (Entry entry : sorted) {
        byte[] content = entry.content();
        System.arraycopy(content, 0, pool, at, content.length);
        at += content.length;
        add(entry, at, sharedFromEnd(previous, content));
        previous = content;
      }
      leaveTo(0);
    }

    private void add(Entry entry, int end, int shared) {
      leaveTo(shared);
      if (entry.content().length > shared) {
        path.push(newNode(entry.content().length, end));
      }
      path.element().ids.add(entry.id());
    }

    /** Ends the path at a depth, with a node there. */
    private void leaveTo(int depth) {
      while (path.element().depth > depth) {
        Node done = path.pop();
        if (path.element().depth < depth) {
          path.push(newNode(depth, done.literalEnd));
        }
        done.parent = path.element().number;
      }
    }

    private Node newNode(int depth, int literalEnd) {
      Node node = new Node(nodes.size(), depth, literalEnd);
      nodes.add(node);
      return node;
    }
  }

  private static int sharedFromEnd(byte[] first, byte[] second) {
    int shared = 0;
    while (shared < Math.min(first.length, second.length)
        && first[first.length - 1 - shared] == second[second.length - 1 - shared]) {
      shared++;
    }
    return shared;
  }

  private static int compareReversed(byte[] first, byte[] second) {
    int shared = sharedFromEnd(first, second);
    if (shared == Math.min(first.length, second.length)) {
      return Integer.compare(first.length, second.length);
    }
    return Byte.compareUnsigned(
        first[first.length - 1 - shared], second[second.length - 1 - shared]);
  }

  @Override
  public String toString() {
    return "TrieNodes[nodes=%d, ids=%s]".formatted(depths.length, Arrays.toString(ids));
  }
}
