package org.lagroups.scenarios.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.graph.GraphBuilder;
import org.lagroups.core.graph.io.GraphFiles;
import org.lagroups.core.graph.io.GraphFormatException;
import org.lagroups.scenarios.bench.report.Measurement;
import org.lagroups.scenarios.bench.report.Median;

/**
 * How long a graph of 100,000 edges takes to load; the first time, as a command does, and later.
 */
final class GraphLoading {

  private static final int EDGES = 100_000;
  private static final int NODES = 10_000;
  private static final int ROUNDS = 9;
  private static final double BOUND_MILLIS = 2_000;

  private GraphLoading() {}

  static List<Measurement> measure() {
    GraphBuilder<String> builder = AttestationGraph.builder();
    for (int i = 0; i < EDGES; i++) {
      builder.edge("node" + i % NODES, "node" + (i % NODES + 1 + i / NODES) % NODES, 2.5, i);
    }
    AttestationGraph<String> graph = builder.build();
    List<Measurement> measured = new ArrayList<>();
    for (GraphFiles format : GraphFiles.values()) {
      byte[] text = written(format, graph);
      double first = millis(format, text);
      double[] later = new double[ROUNDS];
      for (int i = 0; i < ROUNDS; i++) {
        later[i] = millis(format, text);
      }
      String name = "100,000 edges from " + format;
      measured.add(Measurement.against(name + ", the first time", "ms", first, BOUND_MILLIS));
      measured.add(Measurement.against(name, "ms", Median.of(later), BOUND_MILLIS));
    }
    return measured;
  }

  private static double millis(GraphFiles format, byte[] text) {
    long started = System.nanoTime();
    try (Reader reader =
        new InputStreamReader(new ByteArrayInputStream(text), StandardCharsets.UTF_8)) {
      int edges = format.read("generated", reader).edgeCount();
      if (edges != EDGES) {
        throw new IllegalStateException(EDGES + " edges were written, but read " + edges);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GraphFormatException e) {
      throw new IllegalStateException("cannot read what was written", e);
    }
    return (System.nanoTime() - started) / 1e6;
  }

  private static byte[] written(GraphFiles format, AttestationGraph<String> graph) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      format.write(graph, writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
