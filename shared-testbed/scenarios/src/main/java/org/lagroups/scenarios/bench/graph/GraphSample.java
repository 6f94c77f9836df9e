package org.lagroups.scenarios.bench.graph;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.graph.GraphBuilder;

/**
 * A graph, and pairs of its nodes to ask about.
 *
 * @param name what it is called in the results
 */
public record GraphSample(String name, AttestationGraph<String> graph, List<Pair> pairs) {

  public GraphSample {
    pairs = List.copyOf(pairs);
  }

  /** Two different nodes. */
  public record Pair(String from, String to) {}

  /** A group in which each attests to each other with some probability; with all ordered pairs. */
  public static GraphSample group(int nodes, double density, long seed) {
    Random random = new Random(seed);
    GraphBuilder<String> builder = AttestationGraph.builder();
    List<Pair> pairs = new ArrayList<>();
    for (int v = 0; v < nodes; v++) {
      builder.vertex("n" + v);
      for (int w = 0; w < nodes; w++) {
        if (v != w) {
          pairs.add(new Pair("n" + v, "n" + w));
          if (random.nextDouble() < density) {
            builder.edge("n" + v, "n" + w, 1, 1 + random.nextInt(100));
          }
        }
      }
    }
    return new GraphSample(
        "group of %d, %.0f%% of links".formatted(nodes, 100 * density), builder.build(), pairs);
  }

  /**
   * A directed scale-free graph: newcomers attest to nodes by how many already attest to them, some
   * of which attest back (after Barabási and Albert, "Emergence of scaling in random networks",
   * Science 286, 1999).
   */
  public static GraphSample scaleFree(int edges, int pairs, long seed) {
    Random random = new Random(seed);
    Set<Pair> links = new LinkedHashSet<>(List.of(new Pair("n0", "n1")));
    List<String> ends = new ArrayList<>(List.of("n0", "n1"));
    for (int v = 2; links.size() < edges; v++) {
      for (int i = 0; i < 5 && links.size() < edges; i++) {
        String other = ends.get(random.nextInt(ends.size()));
        links.add(new Pair("n" + v, other));
        ends.add(other);
        if (random.nextInt(3) == 0 && links.size() < edges) {
          links.add(new Pair(other, "n" + v));
        }
      }
      ends.add("n" + v);
    }
    GraphBuilder<String> builder = AttestationGraph.builder();
    links.forEach(link -> builder.edge(link.from(), link.to(), 1, 1 + random.nextInt(100)));
    return of("scale-free, %,d edges".formatted(edges), builder.build(), pairs, seed);
  }

  /** A graph with pairs drawn at random. */
  public static GraphSample of(String name, AttestationGraph<String> graph, int pairs, long seed) {
    Random random = new Random(seed);
    List<String> all = graph.vertices();
    List<Pair> drawn = new ArrayList<>();
    while (drawn.size() < pairs) {
      Pair pair =
          new Pair(all.get(random.nextInt(all.size())), all.get(random.nextInt(all.size())));
      if (!pair.from().equals(pair.to())) {
        drawn.add(pair);
      }
    }
    return new GraphSample(name, graph, drawn);
  }

  /** The first pairs, at most so many. */
  public GraphSample first(int most) {
    return new GraphSample(name, graph, pairs.subList(0, Math.min(most, pairs.size())));
  }
}
