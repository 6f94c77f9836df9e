package org.lagroups.node.cli.graph.source;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.node.query.CapacityKind;
import org.lagroups.node.query.GraphQuestions;

/**
 * A graph with the names that people use.
 *
 * @param names what a text of a person names, be it only its beginning; fails where that is not
 *     clear
 * @param exact what a text in a file names: fails unless that is clear without the others
 * @param labels a vertex's text form as people read it
 * @param capacities the same graph with other capacities
 */
public record NamedGraph<V>(
    AttestationGraph<V> graph,
    Function<String, V> names,
    Function<String, V> exact,
    UnaryOperator<String> labels,
    Function<CapacityKind, AttestationGraph<V>> capacities) {

  /** Questions about it, with scratch space of their own. */
  public GraphQuestions<V> questions() {
    return new GraphQuestions<>(graph);
  }

  /** What a person means. */
  public V resolve(String text) {
    return names.apply(text);
  }

  /** A vertex's text form as people read it. */
  public String label(String vertex) {
    return labels.apply(vertex);
  }

  /** Two vertices for people, as the beginning of an answer about them. */
  public String pair(String from, String to) {
    return label(from) + " to " + label(to) + ": ";
  }

  /** A path for people. */
  public String arrows(List<String> vertices) {
    return vertices.stream().map(labels).collect(Collectors.joining(" > "));
  }

  /** Several vertices for people. */
  public String list(List<String> vertices) {
    return vertices.stream().map(labels).collect(Collectors.joining(", "));
  }
}
