package org.lagroups.node.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.graph.impact.Effect;
import org.lagroups.core.graph.impact.Impact;
import org.lagroups.core.graph.impact.Question;
import org.lagroups.core.graph.impact.Questions;
import org.lagroups.node.control.api.GraphAnswer.Explanation;
import org.lagroups.node.control.api.GraphAnswer.Loss;

/**
 * What each answer would become if one vertex left, or without which vertex it would become worst.
 *
 * @param from whose view, and paths from where; without it neither is asked about
 * @param to paths to where
 * @param without the vertex that would leave; without it those that would hurt most
 * @param t of the t-robust core
 */
public record Explain<V>(Optional<V> from, Optional<V> to, Optional<V> without, int t) {

  /** How many vertices are named of those that would hurt most. */
  public static final int WORST = 5;

  /** The t-robust core that is asked about unless told otherwise: one fault is withstood. */
  public static final int DEFAULT_T = 2;

  /**
   * The most steps that a question about the whole graph may take to find the worst vertices: each
   * candidate costs as many as there are vertices and edges, for a vertex cut times the vertices.
   */
  public static final long MAX_STEPS = 50_000_000;

  /**
   * Checked.
   *
   * @throws IllegalArgumentException if t is below 1, or it asks about what would leave
   */
  public Explain {
    if (t < 1) {
      throw new IllegalArgumentException("t is 1 or more, not " + t);
    }
    if (from.isPresent() && from.equals(to)) {
      throw new IllegalArgumentException("the two ends are the same: " + from.get());
    }
    if (without.isPresent() && (without.equals(from) || without.equals(to))) {
      throw new IllegalArgumentException(
          "%s is an end of the question, so it cannot be the one that leaves"
              .formatted(without.get()));
    }
  }

  /**
   * Asks.
   *
   * @throws IllegalArgumentException if a vertex is not in the graph
   */
  public List<Explanation> ask(AttestationGraph<V> graph) {
    for (Optional<V> vertex : List.of(from, to, without)) {
      if (vertex.isPresent() && !graph.contains(vertex.get())) {
        throw new IllegalArgumentException(vertex.get() + " is not in the graph");
      }
    }
    List<Explanation> answers = new ArrayList<>();
    if (from.isPresent() && to.isPresent()) {
      answers.add(answer("paths", graph, Questions.disjointPaths(from.get(), to.get())));
      answers.add(answer("shortest", graph, Questions.shortest(from.get(), to.get())));
      answers.add(answer("flow", graph, Questions.flow(from.get(), to.get())));
    }
    long steps = (long) graph.vertexCount() + graph.edgeCount();
    from.ifPresent(one -> answers.add(whole("reached", graph, Questions.reached(one), steps)));
    answers.add(whole("component", graph, Questions.largestComponent(), steps));
    answers.add(whole("cut", graph, Questions.wholeCut(), steps * graph.vertexCount()));
    answers.add(whole("robust", graph, Questions.robustCore(t), steps));
    return answers;
  }

  /** A question that is asked of the whole graph for each candidate, unless they are too many. */
  private Explanation whole(
      String name, AttestationGraph<V> graph, Question<V> question, long stepsEach) {
    if (without.isEmpty()) {
      long candidates = question.candidates(graph).size();
      if (candidates > MAX_STEPS / Math.max(1, stepsEach)) {
        return new Explanation(
            name,
            null,
            List.of(),
            "too large: %d nodes of %d steps each, at most %d steps are taken; ask about one node"
                    .formatted(candidates, stepsEach, MAX_STEPS)
                + " with --without");
      }
    }
    return answer(name, graph, question);
  }

  private Explanation answer(String name, AttestationGraph<V> graph, Question<V> question) {
    List<Effect<V>> effects =
        without
            .map(node -> List.of(Impact.of(graph, question, node)))
            .orElseGet(() -> Impact.worst(graph, question, WORST));
    double before = effects.isEmpty() ? question.answer(graph) : effects.getFirst().before();
    List<Loss> losses =
        effects.stream()
            .map(effect -> new Loss(effect.node().toString(), orNull(effect.after())))
            .toList();
    return new Explanation(name, orNull(before), losses, null);
  }

  /** JSON has no infinity, and it means that there is no answer. */
  private static @Nullable Double orNull(double answer) {
    return Double.isFinite(answer) ? (Double) answer : null;
  }
}
