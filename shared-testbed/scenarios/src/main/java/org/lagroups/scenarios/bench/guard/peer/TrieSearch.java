package org.lagroups.scenarios.bench.guard.peer;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lagroups.machine.Bytes;

/** An automaton of Aho and Corasick in a double array, by com.hankcs; each byte is a character. */
public final class TrieSearch implements LiteralSearch {

  private final AhoCorasickDoubleArrayTrie<Integer> trie = new AhoCorasickDoubleArrayTrie<>();
  private final AhoCorasickDoubleArrayTrie.IHit<Integer> sink = this::hit;
  private boolean isFound;

  public TrieSearch(List<Bytes> literals) {
    Map<String, Integer> numbers = new TreeMap<>();
    for (Bytes literal : literals) {
      numbers.put(new String(literal.toArray(), StandardCharsets.ISO_8859_1), numbers.size());
    }
    trie.build(numbers);
  }

  @Override
  public boolean search(MemorySegment memory, long offset, int length) {
    isFound = false;
    trie.parseText(new Characters(memory, offset, length), sink);
    return isFound;
  }

  private void hit(int begin, int end, Integer number) {
    isFound = true;
  }

  /** A payload as the library takes it, without a copy. */
  private record Characters(MemorySegment memory, long offset, int length) implements CharSequence {

    @Override
    public char charAt(int index) {
      return (char) (memory.get(ValueLayout.JAVA_BYTE, offset + index) & 0xff);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Characters(memory, offset + start, end - start);
    }

    @Override
    public String toString() {
      byte[] bytes = memory.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE);
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }
}
