package org.lagroups.wormguard.rule.pattern;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import org.lagroups.wormguard.rule.pattern.syntax.PatternFlags;
import org.lagroups.wormguard.rule.text.Mistake;

/** What is found, for tests. */
final class Patterns {

  private static final int AROUND = 3;

  private final PatternSearch search;

  Patterns() {
    this(new PatternSearch());
  }

  Patterns(PatternSearch search) {
    this.search = search;
  }

  static BytePattern compile(String expression, String letters) throws Mistake {
    PatternFlags flags = PatternFlags.NONE;
    for (int i = 0; i < letters.length(); i++) {
      flags = flags.with(letters.charAt(i), true);
    }
    return BytePattern.compile("pcre", expression, flags);
  }

  /** As {@code 2-5}, {@code NO} or {@code GAVE_UP}. */
  String find(BytePattern pattern, String text) {
    return find(pattern, text, 0);
  }

  /** In native memory, with something before and behind the text that may not be looked at. */
  String find(BytePattern pattern, String text, int from) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment memory = arena.allocate(bytes.length + 2L * AROUND);
      memory.fill((byte) 'a');
      MemorySegment.copy(bytes, 0, memory, ValueLayout.JAVA_BYTE, AROUND, bytes.length);
      PatternSearch.Found found =
          search.find(
              pattern, memory, AROUND, AROUND + from, AROUND + bytes.length, Long.MAX_VALUE);
      return found == PatternSearch.Found.YES
          ? (search.matchStart() - AROUND) + "-" + (search.matchEnd() - AROUND)
          : found.name();
    }
  }
}
