package org.lagroups.scenarios.demo;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lagroups.multicast.plan.RelayTree;
import org.lagroups.scenarios.demo.guard.Exhibits;

/**
 * What the demo has to show at its end.
 *
 * @param when start of the run, as text
 * @param figures name and value, in order
 * @param guarded if signatures were endorsed
 * @param streamed if there was a stream
 */
record DemoReport(
    String when,
    List<Step> steps,
    List<Figure> figures,
    GraphPicture before,
    GraphPicture after,
    Optional<Exhibits> guarded,
    Optional<Streamed> streamed) {

  DemoReport {
    steps = List.copyOf(steps);
    figures = List.copyOf(figures);
  }

  /** A measured value. */
  record Figure(String name, String value) {}

  /**
   * How a stream was planned, and how it came.
   *
   * @param trees over which it was planned, in Mbit/s
   * @param receivedMbps what was measured at the slowest receiver, until the relay was killed; 0 if
   *     it did not come to that
   * @param boundMbps the greatest rate that is possible
   */
  record Streamed(List<RelayTree<String>> trees, double receivedMbps, double boundMbps) {

    Streamed {
      trees = List.copyOf(trees);
    }

    /** What the trees were to bring to each, in Mbit/s. */
    double plannedMbps() {
      return trees.stream().mapToDouble(RelayTree::rate).sum();
    }

    /** Such as {@code 9.50 Mbit/s, 98.0% of the bound}. */
    String ofBound(double mbps) {
      return String.format(
          Locale.ROOT, "%.2f Mbit/s, %.1f%% of the bound", mbps, 100 * mbps / boundMbps);
    }
  }

  /** Whether every step was observed to be true. */
  boolean passed() {
    return steps.stream().allMatch(Step::observed);
  }
}
