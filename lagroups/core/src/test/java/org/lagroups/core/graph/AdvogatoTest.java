package org.lagroups.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lagroups.core.graph.VertexCut.DirectAttestation;
import org.lagroups.core.graph.VertexCut.Separator;
import org.lagroups.core.graph.io.GraphCsv;
import org.lagroups.core.graph.io.GraphFormatException;
import org.lagroups.simnet.seed.Seeds;

/** On a real web of trust: Advogato, of the Koblenz Network Collection. */
final class AdvogatoTest {

  @Test
  void agreesWithTheOracleOnARealWebOfTrust() throws Exception {
    AttestationGraph<String> graph = advogato();
    assertThat(graph.edgeCount()).isEqualTo(47_135);
    assertThat(new StrongComponents<>(graph).all().getFirst()).hasSize(3_140);
    Oracle<String> oracle = new Oracle<>(graph);
    DisjointPaths<String> paths = new DisjointPaths<>(graph);
    VertexCuts<String> cuts = new VertexCuts<>(graph);
    Seeds.forEach(
        8,
        200,
        seed -> {
          Random random = new Random(seed);
          List<String> all = graph.vertices();
          int s = random.nextInt(all.size());
          int t = (s + 1 + random.nextInt(all.size() - 1)) % all.size();
          int expected = oracle.disjointPaths(all.get(s), all.get(t));
          assertThat(paths.count(all.get(s), all.get(t))).isEqualTo(expected);
          assertThat(paths.list(all.get(s), all.get(t))).hasSize(expected);
          switch (cuts.between(all.get(s), all.get(t))) {
            case Separator<String> cut -> assertThat(cut.size()).isEqualTo(expected);
            case DirectAttestation<String> direct ->
                assertThat(graph.hasEdge(direct.from(), direct.to())).isTrue();
          }
        });
  }

  private static AttestationGraph<String> advogato() throws IOException, GraphFormatException {
    Path file = repositoryRoot().resolve("../shared/data/graphs/advogato.csv").normalize();
    assumeTrue(Files.isRegularFile(file), () -> "skipped, as this file is missing: " + file);
    try (Reader reader = Files.newBufferedReader(file)) {
      return GraphCsv.read(file.getFileName().toString(), reader);
    }
  }

  /** The first directory upward with the {@code lag} script or a clone's {@code .git}. */
  private static Path repositoryRoot() {
    Path directory = Path.of("").toAbsolutePath();
    while (directory.getParent() != null
        && !Files.isRegularFile(directory.resolve("lag"))
        && !Files.exists(directory.resolve(".git"))) {
      directory = directory.getParent();
    }
    return directory;
  }
}
