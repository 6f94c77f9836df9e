package org.lagroups.scenarios.demo;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.lagroups.scenarios.demo.GraphPicture.Edge;

/**
 * Draws a group on a circle, as SVG. Mutual attestations are plain lines, one-way ones have an
 * arrow; pairs that cannot talk directly are dotted.
 */
final class GraphSvg {

  private static final int SIZE = 460;
  private static final double RADIUS = 168;
  private static final double NODE_RADIUS = 25;

  private final GraphPicture picture;
  private final StringBuilder out = new StringBuilder();

  private GraphSvg(GraphPicture picture) {
    this.picture = picture;
  }

  static String draw(GraphPicture picture) {
    return new GraphSvg(picture).draw();
  }

  private String draw() {
    out.append(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"attestation graph\">\n"
            .formatted(SIZE, SIZE));
    out.append(
        """
        <defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" \
        markerHeight="7" orient="auto"><path d="M0 0 L8 4 L0 8 z" class="arrow"/></marker></defs>
        """);
    sorted(picture.cut()).forEach(edge -> line(edge, "cut", false));
    sorted(picture.edges()).forEach(this::attestation);
    picture.nodes().forEach(this::node);
    return out.append("</svg>\n").toString();
  }

  private void attestation(Edge edge) {
    boolean mutual = picture.edges().contains(edge.reversed());
    int path = Math.max(picture.pathWith(edge), mutual ? picture.pathWith(edge.reversed()) : -1);
    if (mutual && edge.from().compareTo(edge.to()) > 0) {
      return;
    }
    line(edge, path < 0 ? "attests" : "path path" + path, !mutual);
  }

  private void line(Edge edge, String style, boolean arrow) {
    Point from = place(edge.from());
    Point to = place(edge.to());
    double length = Math.hypot(to.x - from.x, to.y - from.y);
    double dx = (to.x - from.x) / length * NODE_RADIUS;
    double dy = (to.y - from.y) / length * NODE_RADIUS;
    out.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" class=\"%s\"%s/>%n",
            from.x + dx,
            from.y + dy,
            to.x - dx,
            to.y - dy,
            style,
            arrow ? " marker-end=\"url(#arrow)\"" : ""));
  }

  private void node(String name) {
    Point at = place(name);
    String style =
        picture.gone().contains(name)
            ? "node gone"
            : picture.liars().contains(name) ? "node liar" : "node";
    out.append(
        String.format(
            Locale.ROOT,
            "<g class=\"%s\"><circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>"
                + "<text x=\"%.1f\" y=\"%.1f\">%s</text></g>%n",
            style,
            at.x,
            at.y,
            NODE_RADIUS,
            at.x,
            at.y + 4.5,
            Html.escape(name)));
  }

  private Point place(String name) {
    int index = picture.nodes().indexOf(name);
    double angle = 2 * Math.PI * index / picture.nodes().size() - Math.PI / 2;
    return new Point(SIZE / 2.0 + RADIUS * Math.cos(angle), SIZE / 2.0 + RADIUS * Math.sin(angle));
  }

  private static Stream<Edge> sorted(Set<Edge> edges) {
    return List.copyOf(edges).stream()
        .sorted(Comparator.comparing(Edge::from).thenComparing(Edge::to));
  }

  private record Point(double x, double y) {}
}
