package org.lagroups.scenarios.demo;

import java.util.List;
import org.lagroups.multicast.plan.RelayTree;

/**
 * What the demo has to show at its end.
 *
 * @param when start of the run, as text
 * @param figures name and value, in order
 * @param streamed the trees over which a stream was planned, in Mbit/s
 */
record DemoReport(
    String when,
    List<Step> steps,
    List<Figure> figures,
    GraphPicture before,
    GraphPicture after,
    List<RelayTree<String>> streamed) {

  DemoReport {
    steps = List.copyOf(steps);
    figures = List.copyOf(figures);
    streamed = List.copyOf(streamed);
  }

  /** A measured value. */
  record Figure(String name, String value) {}

  /** Whether every step was observed to be true. */
  boolean passed() {
    return steps.stream().allMatch(Step::observed);
  }
}
