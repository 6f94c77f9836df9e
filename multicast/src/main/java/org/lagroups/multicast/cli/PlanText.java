package org.lagroups.multicast.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lagroups.multicast.plan.PlanOutcome.Plan;
import org.lagroups.multicast.plan.RelayTree;
import org.lagroups.node.cli.Output;

/** A plan as it is printed. */
final class PlanText {

  /** Rates are printed in millionths of a Mbit/s, which are bits per second. */
  private static final double PARTS = 1e6;

  /** Less than this part of one is rounding, and not rounded down. */
  private static final double ROUNDING = 1e-3;

  private static final double LITTLE = 0.01;

  private PlanText() {}

  /**
   * A plan as JSON.
   *
   * @param bound no plan can have a greater rate
   * @param rate of all trees together
   */
  record PlanView(double bound, double rate, List<TreeView> trees) {

    PlanView {
      trees = List.copyOf(trees);
    }
  }

  /**
   * A tree as JSON.
   *
   * @param parent for each receiver, the node it receives from
   */
  record TreeView(double rate, Map<String, String> parent) {

    TreeView {
      parent = Collections.unmodifiableMap(new LinkedHashMap<>(parent));
    }
  }

  /** A plan as JSON. */
  static PlanView json(Plan<String> plan) {
    List<TreeView> trees =
        plan.trees().stream()
            .map(tree -> new TreeView(down(tree.rate()), tree.parents()))
            .filter(tree -> tree.rate() > 0)
            .toList();
    double rate = trees.stream().mapToDouble(TreeView::rate).sum();
    return new PlanView(
        Math.round(plan.bound() * PARTS) / PARTS, Math.round(rate * PARTS) / PARTS, trees);
  }

  /** Rounded down, so that no capacity is exceeded. */
  private static double down(double rate) {
    return Math.floor(rate * PARTS + ROUNDING) / PARTS;
  }

  /** A plan for people. */
  static List<String> lines(Plan<String> plan) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s of at most %s Mbit/s (%s%%), over %s"
            .formatted(
                number(plan.rate()),
                number(plan.bound()),
                number(100 * plan.rate() / plan.bound()),
                plan.trees().size() == 1 ? "one tree" : plan.trees().size() + " trees"));
    for (int i = 0; i < plan.trees().size(); i++) {
      RelayTree<String> tree = plan.trees().get(i);
      lines.add("");
      lines.add("tree %d: %s Mbit/s".formatted(i + 1, number(tree.rate())));
      children(tree)
          .forEach((from, to) ->
              lines.add(
                  "%s%s -> %s"
                      .formatted(
                          "  ".repeat(tree.hops(from) + 1),
                          Output.safe(from),
                          Output.safe(String.join(", ", to)))));
    }
    return lines;
  }

  /** By node that relays, in the order in which data comes to them. */
  private static Map<String, List<String>> children(RelayTree<String> tree) {
    Map<String, List<String>> unordered = new LinkedHashMap<>();
    tree.parents()
        .forEach((to, from) -> unordered.computeIfAbsent(from, key -> new ArrayList<>()).add(to));
    Map<String, List<String>> ordered = new LinkedHashMap<>();
    unordered.keySet().stream()
        .filter(node -> !tree.parents().containsKey(node))
        .forEach(root -> visit(root, unordered, ordered));
    return ordered;
  }

  private static void visit(
      String node, Map<String, List<String>> unordered, Map<String, List<String>> ordered) {
    List<String> to = unordered.get(node);
    if (to != null) {
      ordered.put(node, to);
      to.forEach(child -> visit(child, unordered, ordered));
    }
  }

  private static String number(double value) {
    String digits = value < LITTLE ? "%.6f" : value < 10 ? "%.3f" : "%.2f";
    return String.format(Locale.ROOT, digits, value);
  }
}
