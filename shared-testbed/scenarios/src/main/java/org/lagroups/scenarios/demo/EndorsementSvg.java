package org.lagroups.scenarios.demo;

import java.util.List;
import java.util.Locale;
import org.lagroups.scenarios.demo.guard.Moment;
import org.lagroups.scenarios.demo.guard.Sight;

/**
 * Draws a signature in the middle of the gateways, as SVG, with an arrow from each that endorses
 * it. As the first gateway sees it.
 */
final class EndorsementSvg {

  private static final int SIZE = 330;
  private static final double RADIUS = 126;
  private static final double NODE_RADIUS = 25;
  private static final double MIDDLE_RADIUS = 44;

  private final List<String> gateways;
  private final List<String> colluders;
  private final Sight sight;
  private final StringBuilder out = new StringBuilder();

  EndorsementSvg(List<String> gateways, List<String> colluders, Moment moment) {
    this.gateways = gateways;
    this.colluders = colluders;
    this.sight = moment.sights().values().iterator().next();
  }

  String draw() {
    out.append(
        """
        <svg viewBox="0 0 %d %d" role="img" aria-label="endorsements" class="endorsed">
        <defs><marker id="vouch" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="4" \
        markerHeight="4" orient="auto"><path d="M0 0 L8 4 L0 8 z"/></marker></defs>
        """
            .formatted(SIZE, SIZE));
    sight.endorsers().stream().filter(gateways::contains).forEach(this::arrow);
    circle("signature " + sight.phase(), SIZE / 2.0, SIZE / 2.0, MIDDLE_RADIUS);
    text(SIZE / 2.0, SIZE / 2.0 - 3, sight.count());
    text(SIZE / 2.0, SIZE / 2.0 + 13, sight.phase());
    out.append("</g>\n");
    gateways.forEach(this::gateway);
    return out.append("</svg>\n").toString();
  }

  private void arrow(String name) {
    double angle = angle(name);
    double from = RADIUS - NODE_RADIUS;
    out.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" class=\"vouch\""
                + " marker-end=\"url(#vouch)\"/>%n",
            x(angle, from),
            y(angle, from),
            x(angle, MIDDLE_RADIUS + 2),
            y(angle, MIDDLE_RADIUS + 2)));
  }

  private void gateway(String name) {
    double angle = angle(name);
    double x = x(angle, RADIUS);
    double y = y(angle, RADIUS);
    circle(colluders.contains(name) ? "node liar" : "node", x, y, NODE_RADIUS);
    text(x, y + 4.5, name);
    out.append("</g>\n");
  }

  /** Begins a group with a circle. */
  private void circle(String style, double x, double y, double radius) {
    out.append(
        String.format(
            Locale.ROOT,
            "<g class=\"%s\"><circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>",
            Html.escape(style),
            x,
            y,
            radius));
  }

  private void text(double x, double y, String words) {
    out.append(
        String.format(
            Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\">%s</text>", x, y, Html.escape(words)));
  }

  private double angle(String name) {
    return 2 * Math.PI * gateways.indexOf(name) / gateways.size() - Math.PI / 2;
  }

  private static double x(double angle, double radius) {
    return SIZE / 2.0 + radius * Math.cos(angle);
  }

  private static double y(double angle, double radius) {
    return SIZE / 2.0 + radius * Math.sin(angle);
  }
}
