package org.lagroups.node.control.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers to questions about a graph; vertices are node IDs, or the names in a file. */
public final class GraphAnswer {

  private GraphAnswer() {}

  /**
   * Vertex-disjoint paths.
   *
   * @param count the most there can be
   * @param paths as many, each from end to end
   */
  public record Paths(String from, String to, int count, List<List<String>> paths) {

    public Paths {
      paths = paths.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A smallest set of vertices without which there is no path.
   *
   * @param size how many, or null if there is none because {@code from} attests to {@code to}
   */
  public record Cut(String from, String to, @Nullable Integer size, List<String> members) {

    public Cut {
      members = List.copyOf(members);
    }
  }

  /**
   * A path of least cost.
   *
   * @param cost its cost, or null if there is no path
   */
  public record Shortest(String from, String to, @Nullable Double cost, List<String> path) {

    public Shortest {
      path = List.copyOf(path);
    }
  }

  /** Strongly connected components, the largest first. */
  public record Components(List<List<String>> components) {

    public Components {
      components = components.stream().map(List::copyOf).toList();
    }
  }
}
