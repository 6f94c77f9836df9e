package org.lagroups.core.testing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.machine.GroupId;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;
import org.lagroups.simnet.check.Checker;
import org.lagroups.simnet.check.Findings;

/**
 * Watches from outside what all views of a group have to fulfil: no running node is missing for
 * longer than T_a from the view of a node that could reach it, all that time, over links that work
 * both ways; and no dead node stays in a view for longer.
 */
public final class ViewInvariants implements Checker {

  private final Simulation sim;
  private final GroupId group;
  private final List<SimNode<AttestingNode>> nodes;
  private final Duration limit;

  /** When the view of the first index was last right about the second. */
  private final Duration[][] rightAt;

  /** The view with which a node was right about all others last; none if it was not. */
  private final @Nullable AttestationGraph<?>[] rightView;

  /** To whom there is a way, from each node; as of {@link #runningThen} and {@link #version}. */
  private final BitSet[] reachable;

  private BitSet runningThen = new BitSet();
  private long version = -1;

  /** For nodes whose views are right now; {@code limit} is T_a. */
  public ViewInvariants(
      Simulation sim, GroupId group, List<SimNode<AttestingNode>> nodes, Duration limit) {
    this.sim = sim;
    this.group = group;
    this.nodes = nodes;
    this.limit = limit;
    this.rightAt = new Duration[nodes.size()][nodes.size()];
    Arrays.stream(rightAt).forEach(row -> Arrays.fill(row, sim.now()));
    this.rightView = new AttestationGraph<?>[nodes.size()];
    this.reachable = new BitSet[nodes.size()];
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // the very same object: then nothing has changed
  public void check(Findings findings) {
    updateReachable();
    for (int viewer = 0; viewer < nodes.size(); viewer++) {
      AttestationGraph<?> view = viewOf(viewer);
      if (view != null && rightView[viewer] == view) {
        Arrays.fill(rightAt[viewer], findings.now());
      } else {
        rightView[viewer] = check(viewer, findings) ? view : null;
      }
    }
  }

  /** Whether the viewer is right about all others. */
  private boolean check(int viewer, Findings findings) {
    boolean right = true;
    for (int node = 0; node < nodes.size(); node++) {
      if (viewer == node || isRight(viewer, node)) {
        rightAt[viewer][node] = findings.now();
        continue;
      }
      right = false;
      if (findings.now().minus(rightAt[viewer][node]).compareTo(limit) > 0) {
        findings.report(complaint(viewer, node));
      }
    }
    return right;
  }

  /** A view is a new object whenever anything in it has changed. */
  private @Nullable AttestationGraph<?> viewOf(int viewer) {
    return runningThen.get(viewer) && nodes.get(viewer).app().groups().groups().contains(group)
        ? nodes.get(viewer).app().groups().attestations(group)
        : null;
  }

  private boolean isRight(int viewer, int node) {
    if (!runningThen.get(viewer)) {
      return true;
    }
    boolean sees = nodes.get(viewer).app().sees(group, nodes.get(node).id());
    return runningThen.get(node) ? sees || !reachable[viewer].get(node) : !sees;
  }

  private String complaint(int viewer, int node) {
    return "%s %s %s since %s"
        .formatted(
            nodes.get(viewer).name(),
            runningThen.get(node) ? "misses" : "still sees the dead",
            nodes.get(node).name(),
            rightAt[viewer][node]);
  }

  private void updateReachable() {
    BitSet running = new BitSet();
    IntStream.range(0, nodes.size()).filter(i -> nodes.get(i).isRunning()).forEach(running::set);
    if (sim.network().version() == version && running.equals(runningThen)) {
      return;
    }
    version = sim.network().version();
    runningThen = running;
    Arrays.fill(rightView, null);
    for (int start = 0; start < nodes.size(); start++) {
      reachable[start] = reachableFrom(start);
    }
  }

  private BitSet reachableFrom(int start) {
    BitSet seen = new BitSet();
    ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(start));
    seen.set(start);
    while (!queue.isEmpty()) {
      int at = queue.remove();
      runningThen.stream()
          .filter(next -> !seen.get(next) && worksBothWays(at, next))
          .forEach(next -> {
            seen.set(next);
            queue.add(next);
          });
    }
    return seen;
  }

  private boolean worksBothWays(int one, int other) {
    return !sim.network().isCut(nodes.get(one), nodes.get(other))
        && !sim.network().isCut(nodes.get(other), nodes.get(one));
  }
}
