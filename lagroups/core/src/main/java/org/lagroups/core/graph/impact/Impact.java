package org.lagroups.core.graph.impact;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.lagroups.core.graph.AttestationGraph;

/** Compares a graph with what is left of it when a node leaves. Functions only. */
public final class Impact {

  private Impact() {}

  /** What changes if one node leaves; nothing, if it is not in the graph. */
  public static <V> Effect<V> of(AttestationGraph<V> graph, Question<V> question, V node) {
    return effect(graph, question, question.answer(graph), node);
  }

  /**
   * The nodes whose leaving would hurt most, the worst first, equals in natural order.
   *
   * <p>It answers the question once for each of its candidates.
   *
   * @param limit how many at the most; 1 or more
   */
  public static <V> List<Effect<V>> worst(
      AttestationGraph<V> graph, Question<V> question, int limit) {
    double before = question.answer(graph);
    Set<V> candidates = Set.copyOf(question.candidates(graph));
    return graph.vertices().stream()
        .filter(candidates::contains)
        .map(node -> effect(graph, question, before, node))
        .filter(effect -> effect.harm() > 0)
        .sorted(Comparator.comparingDouble((Effect<V> effect) -> effect.harm()).reversed())
        .limit(limit)
        .toList();
  }

  private static <V> Effect<V> effect(
      AttestationGraph<V> graph, Question<V> question, double before, V node) {
    double after = question.answer(graph.without(node));
    return new Effect<>(node, before, after, harm(question, before, after));
  }

  private static double harm(Question<?> question, double before, double after) {
    if (before == after) {
      return 0; // also where both are infinite
    }
    return question.moreIsBetter() ? before - after : after - before;
  }
}
