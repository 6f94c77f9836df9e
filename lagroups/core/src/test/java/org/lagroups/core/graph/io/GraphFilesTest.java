package org.lagroups.core.graph.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lagroups.core.graph.AttestationGraph;

final class GraphFilesTest {

  @Test
  void choosesByTheNamesEnding() {
    assertThat(GraphFiles.of("a.CSV")).isEqualTo(GraphFiles.CSV);
    assertThat(GraphFiles.of("x/y.z/a.graphml")).isEqualTo(GraphFiles.GRAPHML);
    assertThat(GraphFiles.of("a.csv.xml")).isEqualTo(GraphFiles.GRAPHML);
    assertThat(GraphFiles.of("a.dot")).isEqualTo(GraphFiles.DOT);
    assertThat(GraphFiles.of("a.gv")).isEqualTo(GraphFiles.DOT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"graph", "a.txt", "csv.d/graph", ""})
  void namesTheFormatsWhereNoneFits(String name) {
    assertThatThrownBy(() -> GraphFiles.of(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("CSV (.csv), GraphML (.graphml or .xml) or DOT (.dot or .gv)");
  }

  @ParameterizedTest
  @EnumSource
  void readsWhatItWrites(GraphFiles format) throws Exception {
    AttestationGraph<String> graph =
        AttestationGraph.<String>builder()
            .edge("a b", "c\"d", 2.5, 3)
            .edge("c\"d", "é")
            .vertex("alone")
            .build();
    StringWriter writer = new StringWriter();
    format.write(graph, writer);
    assertThat(format.read("test", new StringReader(writer.toString()))).isEqualTo(graph);
  }
}
