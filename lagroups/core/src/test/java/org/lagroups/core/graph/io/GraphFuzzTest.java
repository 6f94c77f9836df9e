package org.lagroups.core.graph.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.simnet.fuzz.ShortRun;
import org.lagroups.simnet.seed.Seeds;

/**
 * Whatever text comes: a graph that is written and read back the same, or a refusal that names the
 * place; no other exception.
 */
final class GraphFuzzTest {

  private static final String[] PIECES = {
    "a",
    "b",
    "\"",
    "\"\"",
    "\r",
    "\n",
    " ",
    "#",
    ",",
    ";",
    "{",
    "}",
    "[",
    "]",
    "=",
    "->",
    "--",
    "1",
    ".",
    "-",
    "\\",
    "\\N",
    "/*",
    "*/",
    "//",
    "<",
    ">",
    "/>",
    "<!--",
    "-->",
    "<!DOCTYPE a>",
    "<![CDATA[",
    "]]>",
    "&lt;",
    "&#10;",
    "&x;",
    "<?",
    "?>",
    "edge ",
    "label=",
    "cost=",
    "1e5",
    "<node id='n'/>",
    "<data key='cost'>2</data>",
    "\uFEFF",
    "\uD83D",
    "\u0000"
  };

  @MethodSource("csvSamples")
  @FuzzTest(maxDuration = "30s")
  void csv(byte[] input) throws IOException {
    check(GraphFiles.CSV, new String(input, StandardCharsets.UTF_8));
  }

  @MethodSource("graphMlSamples")
  @FuzzTest(maxDuration = "30s")
  void graphMl(byte[] input) throws IOException {
    check(GraphFiles.GRAPHML, new String(input, StandardCharsets.UTF_8));
  }

  @MethodSource("dotSamples")
  @FuzzTest(maxDuration = "30s")
  void dot(byte[] input) throws IOException {
    check(GraphFiles.DOT, new String(input, StandardCharsets.UTF_8));
  }

  @MethodSource("pairSamples")
  @FuzzTest(maxDuration = "30s")
  void pairs(byte[] input) throws IOException {
    String text = new String(input, StandardCharsets.UTF_8);
    try {
      PairCsv pairs = new PairCsv("test", new StringReader(text));
      while (pairs.next().isPresent()) {
        assertThat(text).isNotEmpty();
      }
    } catch (GraphFormatException refused) {
      assertPlace(refused);
    }
  }

  /** What is nearly right reaches further into a reader than bytes at random do. */
  @ParameterizedTest
  @EnumSource
  void textsThatAreNearlyRight(GraphFiles format) throws IOException {
    String sound = written(format, sample());
    Seeds.forEach(
        300,
        20_000,
        seed -> {
          Random random = new Random(seed);
          StringBuilder text = new StringBuilder(sound);
          for (int i = random.nextInt(4); i >= 0; i--) {
            text.insert(random.nextInt(text.length()), PIECES[random.nextInt(PIECES.length)]);
          }
          for (int i = random.nextInt(3); i > 0; i--) {
            int start = random.nextInt(text.length());
            text.delete(start, start + random.nextInt(6));
          }
          check(format, text.toString());
        });
  }

  @Test
  void shortRunOfPairs() {
    ShortRun.on(pairSamples(), this::pairs);
  }

  static List<byte[]> pairSamples() {
    return Stream.of("from,to\n\"a\",\"say \"\"hi\"\"\"\r\n# no pair\n\nb, a \n", "\uFEFFa,b\n")
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  static List<byte[]> csvSamples() throws IOException {
    return sampleOf(GraphFiles.CSV);
  }

  static List<byte[]> graphMlSamples() throws IOException {
    return sampleOf(GraphFiles.GRAPHML);
  }

  static List<byte[]> dotSamples() throws IOException {
    return sampleOf(GraphFiles.DOT);
  }

  private static List<byte[]> sampleOf(GraphFiles format) throws IOException {
    return List.of(written(format, sample()).getBytes(StandardCharsets.UTF_8));
  }

  private static AttestationGraph<String> sample() {
    return AttestationGraph.<String>builder()
        .edge("a", "b", 2.5, 3)
        .edge("b", "say \"hi\"\\", 1e-9, 1)
        .edge("b", "a")
        .vertex("alone")
        .build();
  }

  private static void check(GraphFiles format, String text) throws IOException {
    AttestationGraph<String> graph;
    try {
      graph = format.read("test", new StringReader(text));
    } catch (GraphFormatException refused) {
      assertPlace(refused);
      return;
    }
    String again = written(format, graph);
    try {
      assertThat(format.read("again", new StringReader(again))).isEqualTo(graph);
    } catch (GraphFormatException e) {
      throw new AssertionError("cannot read what it wrote: " + again, e);
    }
  }

  private static void assertPlace(GraphFormatException refused) {
    assertThat(refused.line()).isPositive();
    assertThat(refused.column()).isPositive();
    assertThat(refused.getMessage()).doesNotContain("\n");
  }

  private static String written(GraphFiles format, AttestationGraph<?> graph) throws IOException {
    StringWriter writer = new StringWriter();
    format.write(graph, writer);
    return writer.toString();
  }
}
