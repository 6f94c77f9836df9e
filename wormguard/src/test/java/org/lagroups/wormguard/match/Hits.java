package org.lagroups.wormguard.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lagroups.machine.Bytes;

/** What a scan reports, and what it should. */
public final class Hits {

  private Hits() {}

  /** The literals, the first with id 0; those that begin with {@code (?i)} are caseless. */
  public static LiteralSet literals(String... texts) {
    LiteralSet.Builder literals = LiteralSet.builder();
    for (int id = 0; id < texts.length; id++) {
      boolean caseless = texts[id].startsWith("(?i)");
      String text = caseless ? texts[id].substring(4) : texts[id];
      assertThat(literals.add(new Literal(id, bytes(text), caseless))).isEmpty();
    }
    return literals.build();
  }

  /** A byte for each character, which is below 256. */
  public static Bytes bytes(String text) {
    return Bytes.copyOf(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** What one scanner says of a whole text; it says nothing twice. */
  public static Set<Hit> of(MatcherCompiler compiler, LiteralSet literals, Bytes text) {
    try (LiteralMatcher matcher = compiler.compile(literals, Reporting.EVERY_END);
        LiteralScanner scanner = matcher.newScanner()) {
      return of(scanner, text);
    }
  }

  /** As {@link #of(MatcherCompiler, LiteralSet, Bytes)}, between other bytes in native memory. */
  public static Set<Hit> of(LiteralScanner scanner, Bytes text) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment memory = arena.allocate(text.length() + 20L);
      memory.fill((byte) 'a');
      MemorySegment.copy(MemorySegment.ofArray(text.toArray()), 0, memory, 10, text.length());
      Set<Hit> hits = new HashSet<>();
      boolean whole =
          scanner.scan(
              memory,
              10,
              text.length(),
              (id, end) -> {
                assertThat(hits.add(new Hit(id, end))).as("%d at %d again", id, end).isTrue();
                return true;
              });
      assertThat(whole).isTrue();
      return hits;
    }
  }

  /** What it should say, by looking for each literal at each place. */
  public static Set<Hit> sought(LiteralSet literals, Bytes text) {
    byte[] exact = text.toArray();
    byte[] folded = folded(exact);
    Set<Hit> hits = new HashSet<>();
    for (Literal literal : literals.literals()) {
      byte[] content = literal.content().toArray();
      byte[] wanted = literal.caseless() ? folded(content) : content;
      byte[] where = literal.caseless() ? folded : exact;
      for (int end = wanted.length; end <= where.length; end++) {
        if (Arrays.equals(wanted, 0, wanted.length, where, end - wanted.length, end)) {
          hits.add(new Hit(literal.id(), end));
        }
      }
    }
    return hits;
  }

  /** Those of each literal that come first. */
  public static Set<Hit> first(Set<Hit> hits) {
    Map<Integer, Long> ends = new HashMap<>();
    hits.forEach(hit -> ends.merge(hit.literalId(), hit.end(), Math::min));
    return ends.entrySet().stream()
        .map(entry -> new Hit(entry.getKey(), entry.getValue()))
        .collect(Collectors.toSet());
  }

  private static byte[] folded(byte[] content) {
    byte[] folded = content.clone();
    for (int i = 0; i < folded.length; i++) {
      if (folded[i] >= 'A' && folded[i] <= 'Z') {
        folded[i] |= 0x20;
      }
    }
    return folded;
  }
}
