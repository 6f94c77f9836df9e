package org.lagroups.node.control.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers to questions about a graph; vertices are node IDs, or the names in a file. */
public final class GraphAnswer {

  private GraphAnswer() {}

  /**
   * Vertex-disjoint paths.
   *
   * @param count how many there are
   * @param paths as many, each from end to end
   * @param atMost if a search for short paths ended before it was certain that there are no more
   *     than {@code count}: how many there can be; otherwise null, and not written
   */
  public record Paths(
      String from,
      String to,
      int count,
      List<List<String>> paths,
      @JsonInclude(Include.NON_NULL) @Nullable Integer atMost) {

    public Paths {
      paths = paths.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A smallest set of vertices without which there is no path. Of a whole graph, {@code from} and
   * {@code to} are two that it parts; they are null if no set parts any two.
   *
   * @param size how many, or null if there is none because {@code from} attests to {@code to}, or
   *     in a whole graph all attest to all
   */
  public record Cut(
      @Nullable String from, @Nullable String to, @Nullable Integer size, List<String> members) {

    public Cut {
      members = List.copyOf(members);
    }
  }

  /**
   * A maximum flow.
   *
   * @param value how much, in the unit of the capacities
   * @param cut the attestations that limit it, a minimum cut; null and not written unless asked for
   */
  public record Flow(
      String from,
      String to,
      double value,
      @JsonInclude(Include.NON_NULL) @Nullable List<Link> cut) {

    public Flow {
      cut = cut == null ? null : List.copyOf(cut);
    }
  }

  /** An attestation and what it can carry. */
  public record Link(String attester, String attestee, double capacity) {}

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

  /** Paths of least cost to all that are reached, or between all pairs. */
  public record AllShortest(List<Shortest> paths) {

    public AllShortest {
      paths = List.copyOf(paths);
    }
  }

  /** Strongly connected components, the largest first. */
  public record Components(List<List<String>> components) {

    public Components {
      components = components.stream().map(List::copyOf).toList();
    }
  }

  /** The largest set of vertices with attestations for and from at least t others of it. */
  public record Robust(List<String> members) {

    public Robust {
      members = List.copyOf(members);
    }
  }

  /**
   * How far those around a vertex attest to each other.
   *
   * @param node the vertex, or null for the mean over all
   * @param coefficient 0 to 1; null if it is not defined, as there are fewer than two around
   */
  public record Coefficient(@Nullable String node, @Nullable Double coefficient) {}

  /**
   * What an answer would become if one vertex left.
   *
   * @param question {@code paths}, {@code shortest} or {@code flow} between two vertices; {@code
   *     reached}, how many the first reaches; {@code component}, how many the largest strongly
   *     connected component has; {@code cut}, the size of the whole graph's minimum vertex cut;
   *     {@code robust}, how many the t-robust core has
   * @param before the answer as things are; null if there is none, such as the cost of no path
   * @param without the one vertex asked about, or those whose leaving would hurt most, the worst
   *     first
   * @param refused why this was not computed; null and not written otherwise
   */
  public record Explanation(
      String question,
      @Nullable Double before,
      List<Loss> without,
      @JsonInclude(Include.NON_NULL) @Nullable String refused) {

    public Explanation {
      without = List.copyOf(without);
    }
  }

  /**
   * One vertex's leaving.
   *
   * @param after the answer then; null if there is none any more
   */
  public record Loss(String node, @Nullable Double after) {}

  /** What each answer would become. */
  public record Explanations(List<Explanation> answers) {

    public Explanations {
      answers = List.copyOf(answers);
    }
  }
}
