package org.lagroups.scenarios.bench.graph;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.graph.io.GraphCsv;
import org.lagroups.core.graph.io.GraphFormatException;
import org.lagroups.scenarios.process.ProjectFolder;

/** Real trust graphs, which are no part of the project: CSV files in a folder beside it. */
public final class RealGraphs {

  private static final String BESIDE = "../shared/data/graphs";

  private RealGraphs() {}

  /**
   * The graphs of a folder.
   *
   * @param folder or null for {@code ../shared/data/graphs}, seen from the project
   * @param pairs how many pairs of nodes to draw in each
   * @param progress is told what is not there
   */
  public static List<GraphSample> load(
      @Nullable Path folder, int pairs, long seed, Consumer<String> progress) {
    Path place = folder == null ? ProjectFolder.resolve(BESIDE) : folder;
    if (!Files.isDirectory(place)) {
      progress.accept("no real graphs, as there is no folder " + place + "; see --graphs");
      return List.of();
    }
    try (Stream<Path> files = Files.list(place)) {
      return files
          .filter(file -> file.toString().endsWith(".csv"))
          .sorted()
          .map(file -> sample(file, pairs, seed))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + place, e);
    }
  }

  private static GraphSample sample(Path file, int pairs, long seed) {
    String name = file.getFileName().toString();
    try (Reader reader = Files.newBufferedReader(file)) {
      AttestationGraph<String> graph = GraphCsv.read(name, reader);
      return GraphSample.of(
          "%s, %,d edges".formatted(name.replace(".csv", ""), graph.edgeCount()),
          graph,
          pairs,
          seed);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    } catch (GraphFormatException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}
