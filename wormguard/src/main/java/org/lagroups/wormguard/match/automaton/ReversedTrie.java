package org.lagroups.wormguard.match.automaton;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.lagroups.wormguard.match.HitSink;

/**
 * Finds all of its literals that end at a place, by reading the text backwards from there. (A trie
 * whose chains are single edges: Morrison, "PATRICIA", 1968.)
 *
 * <p>A walk takes at most as many steps as the longest literal has bytes, however many literals
 * there are.
 */
final class ReversedTrie {

  /** From here on, comparing by blocks is quicker than byte by byte. */
  private static final int BLOCK_BYTES = 16;

  private final boolean folding;
  private final byte[] pool;
  private final MemorySegment poolMemory;
  private final TrieNodes nodes;

  private ReversedTrie(boolean folding, TrieNodes nodes) {
    this.folding = folding;
    this.nodes = nodes;
    this.pool = nodes.pool();
    this.poolMemory = MemorySegment.ofArray(pool);
  }

  /**
   * Of literals that are none of them empty.
   *
   * @param folding whether to look for them in either case; they are folded then
   */
  static ReversedTrie of(List<TrieNodes.Entry> literals, boolean folding) {
    return new ReversedTrie(folding, TrieNodes.of(literals));
  }

  long memoryBytes() {
    return nodes.memoryBytes();
  }

  /**
   * Reports the literals that lie between {@code begin} and {@code end} and end at {@code end}.
   *
   * @return false if {@code hits} stopped the scan
   */
  boolean reportEndingAt(MemorySegment text, long begin, long end, HitSink hits) {
    long room = end - begin;
    int node = TrieNodes.ROOT;
    int depth = 0;
    while (depth < room) {
      byte next = folded(text.get(ValueLayout.JAVA_BYTE, end - depth - 1));
      node = nodes.child(node, next);
      if (node == TrieNodes.NONE) {
        return true;
      }
      int below = nodes.depth(node);
      if (below > room || !isAt(text, end - below, nodes.labelAt(node), below - depth)) {
        return true;
      }
      depth = below;
      for (int i = nodes.firstId(node); i < nodes.firstId(node + 1); i++) {
        if (!hits.hit(nodes.id(i), room)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isAt(MemorySegment text, long from, int label, int length) {
    if (length >= BLOCK_BYTES && !folding) {
      return MemorySegment.mismatch(text, from, from + length, poolMemory, label, label + length)
          < 0;
    }
    for (int i = length - 1; i >= 0; i--) {
      if (folded(text.get(ValueLayout.JAVA_BYTE, from + i)) != pool[label + i]) {
        return false;
      }
    }
    return true;
  }

  private byte folded(byte value) {
    return folding ? AsciiFold.fold(value) : value;
  }
}
