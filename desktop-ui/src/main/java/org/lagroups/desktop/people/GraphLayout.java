package org.lagroups.desktop.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lagroups.desktop.people.GraphPicture.Dot;
import org.lagroups.desktop.people.GraphPicture.Edge;
import org.lagroups.machine.NodeId;

/**
 * Places of dots by forces (Fruchterman and Reingold): all push each other away, attestations pull.
 * Places are kept from picture to picture, so that a newcomer moves the others only a little. The
 * same pictures give the same places. For one thread at a time.
 */
public final class GraphLayout {

  /** Below it the picture stands still. */
  private static final double STILL = 0.004;

  private static final double HOT = 0.25;
  private static final double WARM = 0.08;
  private static final double COOLING = 0.97;
  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

  private final Map<NodeId, double[]> places = new HashMap<>();
  private Set<Long> links = Set.of();
  private double heat;

  /** Takes a picture; who is new begins near the rim. */
  public void take(GraphPicture picture) {
    List<Dot> dots = picture.dots();
    boolean isFirst = places.isEmpty();
    Set<NodeId> nodes = new HashSet<>();
    boolean isOther = false;
    for (int i = 0; i < dots.size(); i++) {
      NodeId node = dots.get(i).node();
      nodes.add(node);
      if (!places.containsKey(node)) {
        double radius = 0.4 + 0.25 * Math.sqrt(i);
        double angle = i * GOLDEN_ANGLE;
        places.put(node, new double[] {radius * Math.cos(angle), radius * Math.sin(angle)});
        isOther = true;
      }
    }
    isOther |= places.keySet().retainAll(nodes);
    Set<Long> now = new HashSet<>();
    picture.edges().forEach(edge -> now.add(((long) edge.from() << 32) | edge.to()));
    if (isOther || !now.equals(links)) {
      links = now;
      heat = Math.max(heat, isFirst ? HOT : WARM);
    }
  }

  /** Whether a step would change nothing that can be seen. */
  public boolean isStill() {
    return heat < STILL;
  }

  /** Moves all dots a little; costs the square of their number. */
  public void step(GraphPicture picture) {
    List<Dot> dots = picture.dots();
    int count = dots.size();
    double[][] at = new double[count][];
    double[][] push = new double[count][2];
    for (int i = 0; i < count; i++) {
      at[i] = places.getOrDefault(dots.get(i).node(), new double[2]);
    }
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < i; j++) {
        double dx = at[i][0] - at[j][0];
        double dy = at[i][1] - at[j][1];
        double square = Math.max(dx * dx + dy * dy, 1e-4);
        add(push[i], dx / square, dy / square);
        add(push[j], -dx / square, -dy / square);
      }
      add(push[i], -0.3 * at[i][0], -0.3 * at[i][1]);
    }
    // However many attestations a dot has, they pull no harder than a few: or all fall together.
    double pull = Math.min(1, 3.0 * count / Math.max(1, picture.edges().size()));
    for (Edge edge : picture.edges()) {
      double dx = at[edge.to()][0] - at[edge.from()][0];
      double dy = at[edge.to()][1] - at[edge.from()][1];
      double force = pull * Math.sqrt(dx * dx + dy * dy);
      add(push[edge.from()], dx * force, dy * force);
      add(push[edge.to()], -dx * force, -dy * force);
    }
    for (int i = 0; i < count; i++) {
      double length = Math.max(Math.hypot(push[i][0], push[i][1]), 1e-9);
      double step = Math.min(length, heat) / length;
      add(at[i], push[i][0] * step, push[i][1] * step);
      if (dots.get(i).isOwn()) {
        at[i][0] = 0;
        at[i][1] = 0;
      }
    }
    heat *= COOLING;
  }

  /** The picture with each dot in its place. */
  public GraphPicture placed(GraphPicture picture) {
    List<Dot> dots = new ArrayList<>();
    for (Dot dot : picture.dots()) {
      double[] place = places.getOrDefault(dot.node(), new double[2]);
      dots.add(dot.at(place[0], place[1]));
    }
    return picture.at(dots);
  }

  private static void add(double[] sum, double x, double y) {
    sum[0] += x;
    sum[1] += y;
  }
}
