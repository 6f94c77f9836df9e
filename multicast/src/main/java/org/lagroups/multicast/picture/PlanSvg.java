package org.lagroups.multicast.picture;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.lagroups.machine.Printable;
import org.lagroups.multicast.plan.RelayTree;

/**
 * Draws the trees of a plan beside each other, as SVG: for a file of its own, or within a page. A
 * thicker tree carries more; a filled node relays.
 */
public final class PlanSvg {

  private static final int COLUMNS = 3;
  private static final double CELL_WIDTH = 310;
  private static final double HEAD = 30;
  private static final double LEVEL_HEIGHT = 72;
  private static final double MARGIN = 12;
  private static final double WIDEST_COLUMN = 42;
  private static final double LARGEST_RADIUS = 18;
  private static final double RADIUS_SHARE = 0.45;
  private static final double TEXT_DROP = 3.5;
  private static final double THINNEST = 1;
  private static final double THICKER = 4;
  private static final int LONGEST_NAME = 6;

  private static final String STYLE =
      """
      .plan{font-family:sans-serif}
      .plan path{stroke:#0072b2;fill:none}
      .plan circle{fill:#fff;stroke:#0072b2;stroke-width:1.5}
      .plan .relay circle{fill:#bfdcec}
      .plan text{fill:#1c2330;text-anchor:middle;font-size:10px}
      .plan .rate{font-size:14px;text-anchor:start}
      @media (prefers-color-scheme:dark){
        .plan path{stroke:#56b4e9}
        .plan circle{fill:#14181f;stroke:#56b4e9}
        .plan .relay circle{fill:#24435a}
        .plan text{fill:#e6e9ef}
      }
      """;

  private final List<RelayTree<String>> trees;
  private final double greatest;
  private final double height;
  private final StringBuilder out = new StringBuilder();

  private PlanSvg(List<RelayTree<String>> trees) {
    this.trees = trees;
    this.greatest = trees.stream().mapToDouble(RelayTree::rate).max().orElse(1);
    int levels = trees.stream().mapToInt(tree -> tree.depth() + 1).max().orElse(1);
    this.height = HEAD + levels * LEVEL_HEIGHT;
  }

  /**
   * Draws.
   *
   * @param trees their rates in Mbit/s
   */
  public static String draw(List<RelayTree<String>> trees) {
    return new PlanSvg(List.copyOf(trees)).draw();
  }

  private String draw() {
    int columns = Math.clamp(trees.size(), 1, COLUMNS);
    int rows = Math.ceilDiv(trees.size(), COLUMNS);
    out.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" role="img" \
        aria-label="relay trees" class="plan">
        <style>
        %s</style>
        """
            .formatted(number(columns * CELL_WIDTH), number(rows * height), STYLE));
    for (int i = 0; i < trees.size(); i++) {
      int row = i / COLUMNS;
      out.append(
          "<g transform=\"translate(%s %s)\">\n"
              .formatted(number(i % COLUMNS * CELL_WIDTH), number(row * height)));
      tree(trees.get(i));
      out.append("</g>\n");
    }
    return out.append("</svg>\n").toString();
  }

  private void tree(RelayTree<String> tree) {
    out.append(
        "<text class=\"rate\" x=\"%s\" y=\"18\">%s Mbit/s</text>\n"
            .formatted(number(MARGIN), String.format(Locale.ROOT, "%.2f", tree.rate())));
    Placed placed = Placed.of(tree);
    double width = Math.min(WIDEST_COLUMN, (CELL_WIDTH - 2 * MARGIN) / placed.columns());
    double radius = Math.min(LARGEST_RADIUS, width * RADIUS_SHARE);
    double thickness = THINNEST + THICKER * tree.rate() / greatest;
    Map<String, Point> points = new TreeMap<>();
    placed.spots().forEach((name, spot) -> points.put(name, point(spot, width)));
    tree.parents()
        .forEach((to, from) -> {
          Point above = Objects.requireNonNull(points.get(from));
          Point below = Objects.requireNonNull(points.get(to));
          line(above.movedDown(radius), below.movedDown(-radius), thickness);
        });
    points.forEach((name, at) -> node(name, at, radius, tree.parents().containsValue(name)));
  }

  private void line(Point from, Point to, double thickness) {
    String middle = number((from.y + to.y) / 2);
    out.append(
        "<path d=\"M%s %s C%s %s %s %s %s %s\" stroke-width=\"%s\"/>\n"
            .formatted(
                number(from.x),
                number(from.y),
                number(from.x),
                middle,
                number(to.x),
                middle,
                number(to.x),
                number(to.y),
                number(thickness)));
  }

  private void node(String name, Point at, double radius, boolean relays) {
    out.append(
        """
        <g%s><title>%s</title><circle cx="%s" cy="%s" r="%s"/><text x="%s" y="%s">%s</text></g>
        """
            .formatted(
                relays ? " class=\"relay\"" : "",
                escape(Printable.of(name)),
                number(at.x),
                number(at.y),
                number(radius),
                number(at.x),
                number(at.y + TEXT_DROP),
                escape(Printable.of(name, LONGEST_NAME))));
  }

  private static Point point(Placed.Spot spot, double width) {
    return new Point(
        MARGIN + (spot.column() + 0.5) * width, HEAD + (spot.level() + 0.5) * LEVEL_HEIGHT);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private record Point(double x, double y) {

    Point movedDown(double by) {
      return new Point(x, y + by);
    }
  }
}
