package org.lagroups.scenarios.bench.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.core.graph.DisjointPaths;
import org.lagroups.core.graph.MaxFlows;
import org.lagroups.scenarios.bench.graph.GraphSample.Pair;

final class GraphSampleTest {

  @Test
  void everyPeerAnswersTheSameQuestion() {
    GraphSample sample = GraphSample.group(12, 0.4, 7);
    DisjointPaths<String> paths = new DisjointPaths<>(sample.graph());
    MaxFlows<String> flows = new MaxFlows<>(sample.graph());
    assertThat(sample.pairs()).hasSize(12 * 11);
    for (Pair pair : sample.pairs()) {
      assertThat(JGraphTFlows.ofDisjointPaths(sample.graph()))
          .hasSize(4)
          .allMatch(peer -> peer.value(pair) == paths.count(pair.from(), pair.to()));
      assertThat(JGraphTFlows.ofCapacities(sample.graph()))
          .allMatch(peer -> peer.value(pair) == flows.value(pair.from(), pair.to()));
    }
  }

  @Test
  void generatesTheSameGraphFromTheSameSeed() {
    GraphSample sample = GraphSample.scaleFree(5_000, 10, 3);
    assertThat(sample.graph().edgeCount()).isEqualTo(5_000);
    assertThat(sample).isEqualTo(GraphSample.scaleFree(5_000, 10, 3));
    assertThat(sample.pairs()).hasSize(10).noneMatch(pair -> pair.from().equals(pair.to()));
  }

  @Test
  void goesOnWithoutRealGraphs(@TempDir Path folder) throws Exception {
    List<String> told = new ArrayList<>();
    assertThat(RealGraphs.load(folder.resolve("none"), 5, 1, told::add)).isEmpty();
    assertThat(told).singleElement().asString().contains("no real graphs").contains("--graphs");
    Files.writeString(folder.resolve("small.csv"), "a,b\nb,c\n");
    assertThat(RealGraphs.load(folder, 5, 1, told::add))
        .singleElement()
        .extracting(GraphSample::name)
        .isEqualTo("small, 2 edges");
  }
}
