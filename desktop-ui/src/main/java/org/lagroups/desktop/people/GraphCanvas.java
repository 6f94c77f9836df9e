package org.lagroups.desktop.people;

import java.util.List;
import java.util.OptionalInt;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.lagroups.desktop.people.GraphPicture.Dot;
import org.lagroups.desktop.people.GraphPicture.Edge;

/**
 * Draws a {@link GraphPicture}. Each attestation is a line with an arrow at its attestee, and half
 * a line where both attest; it fades as it ages, and is dashed if the attestee does not attest in
 * turn. Robust members are squares, others circles; this node has a ring, the two ends of paths a
 * frame. The dots of a cut are crossed out. On the JavaFX thread.
 */
public final class GraphCanvas extends Canvas {

  private static final double LEAST_ZOOM = 0.2;
  private static final double MOST_ZOOM = 8;
  private static final int AGES = 4;
  private static final double RADIUS = 8;
  private static final double HEAD = 7;
  private static final double MARGIN = 60;
  private static final double LABEL_WIDTH = 140;
  private static final Color DOT = Color.web("#56b4e9");
  private static final Color OWN = Color.web("#e69f00");

  private GraphPicture picture = GraphPicture.EMPTY;
  private Paint ink = Color.BLACK;
  private double zoom = 1;
  private double panX;
  private double panY;
  private double scale = 1;

  /** What {@link #draw} draws from now on. */
  public void show(GraphPicture shown) {
    picture = shown;
  }

  /** The colour of lines and letters, and how these look. */
  public void ink(Paint colour, Font letters) {
    ink = colour;
    getGraphicsContext2D().setFont(letters);
  }

  /** Comes closer by a factor, within limits; what is at this place of the canvas stays there. */
  public void zoom(double factor, double atX, double atY) {
    double before = zoom;
    zoom = Math.clamp(zoom * factor, LEAST_ZOOM, MOST_ZOOM);
    double grown = zoom / before;
    panX = (panX + getWidth() / 2 - atX) * grown - getWidth() / 2 + atX;
    panY = (panY + getHeight() / 2 - atY) * grown - getHeight() / 2 + atY;
  }

  /** Moves the picture by so many pixels. */
  public void pan(double x, double y) {
    panX += x;
    panY += y;
  }

  /** All of it again, in the middle. */
  public void fit() {
    zoom = 1;
    panX = 0;
    panY = 0;
  }

  /** The dot at a place of the canvas as it was drawn last. */
  public OptionalInt dotAt(double atX, double atY) {
    int nearest = -1;
    double least = 2 * RADIUS;
    for (int i = 0; i < picture.dots().size(); i++) {
      Dot dot = picture.dots().get(i);
      double distance = Math.hypot(x(dot) - atX, y(dot) - atY);
      if (distance < least) {
        nearest = i;
        least = distance;
      }
    }
    return nearest < 0 ? OptionalInt.empty() : OptionalInt.of(nearest);
  }

  /** Draws all. */
  public void draw() {
    GraphicsContext paint = getGraphicsContext2D();
    paint.clearRect(0, 0, getWidth(), getHeight());
    double reach = 0.5;
    for (Dot dot : picture.dots()) {
      reach = Math.max(reach, Math.max(Math.abs(dot.x()), Math.abs(dot.y())));
    }
    double room = Math.max(MARGIN, Math.min(getWidth(), getHeight()) / 2 - MARGIN);
    scale = zoom * room / reach;
    for (int age = 0; age < AGES; age++) {
      drawEdges(paint, age, true);
      drawEdges(paint, age, false);
    }
    paint.setGlobalAlpha(1);
    for (int i = 0; i < picture.paths().size(); i++) {
      drawPath(paint, i);
    }
    paint.setLineDashes();
    for (int i = 0; i < picture.dots().size(); i++) {
      drawDot(paint, i);
    }
  }

  /** All edges of an age at once: a stroke for each would take most of the time. */
  private void drawEdges(GraphicsContext paint, int age, boolean isMutual) {
    paint.setStroke(ink);
    paint.setLineWidth(1);
    paint.setLineDashes(isMutual ? new double[0] : new double[] {5, 4});
    paint.setGlobalAlpha(0.2 + 0.5 * age / (AGES - 1));
    paint.beginPath();
    for (Edge edge : picture.edges()) {
      if (edge.isMutual() == isMutual && age(edge) == age) {
        Dot from = picture.dots().get(edge.from());
        Dot to = picture.dots().get(edge.to());
        double part = isMutual ? 0.5 : 0;
        paint.moveTo(x(from) + part * (x(to) - x(from)), y(from) + part * (y(to) - y(from)));
        arrow(paint, from, to);
      }
    }
    paint.stroke();
  }

  private void arrow(GraphicsContext paint, Dot from, Dot to) {
    double angle = Math.atan2(y(to) - y(from), x(to) - x(from));
    double tipX = x(to) - (RADIUS + 2) * Math.cos(angle);
    double tipY = y(to) - (RADIUS + 2) * Math.sin(angle);
    paint.lineTo(tipX, tipY);
    paint.lineTo(tipX - HEAD * Math.cos(angle - 0.4), tipY - HEAD * Math.sin(angle - 0.4));
    paint.moveTo(tipX, tipY);
    paint.lineTo(tipX - HEAD * Math.cos(angle + 0.4), tipY - HEAD * Math.sin(angle + 0.4));
  }

  private void drawPath(GraphicsContext paint, int number) {
    PathStyle style = PathStyle.of(number);
    paint.setStroke(style.colour());
    paint.setLineWidth(3.5);
    paint.setLineCap(StrokeLineCap.BUTT);
    paint.setLineDashes(style.dashArray());
    paint.beginPath();
    List<Integer> path = picture.paths().get(number);
    for (int i = 1; i < path.size(); i++) {
      Dot from = picture.dots().get(path.get(i - 1));
      paint.moveTo(x(from), y(from));
      arrow(paint, from, picture.dots().get(path.get(i)));
    }
    paint.stroke();
  }

  private void drawDot(GraphicsContext paint, int number) {
    Dot dot = picture.dots().get(number);
    double left = x(dot) - RADIUS;
    double top = y(dot) - RADIUS;
    double size = 2 * RADIUS;
    paint.setFill(dot.isOwn() ? OWN : DOT);
    paint.setStroke(ink);
    boolean isChosen = number == picture.chosen();
    paint.setLineWidth(isChosen ? 3.5 : 1);
    if (dot.isRobust()) {
      paint.fillRect(left, top, size, size);
      paint.strokeRect(left, top, size, size);
    } else {
      paint.fillOval(left, top, size, size);
      paint.strokeOval(left, top, size, size);
    }
    paint.setLineWidth(2);
    if (dot.isOwn()) {
      paint.strokeOval(left - 5, top - 5, size + 10, size + 10);
    }
    if (picture.ends().contains(number)) {
      paint.strokeRect(left - 8, top - 8, size + 16, size + 16);
    }
    if (picture.cut().contains(number)) {
      paint.strokeLine(left - 4, top - 4, left + size + 4, top + size + 4);
      paint.strokeLine(left - 4, top + size + 4, left + size + 4, top - 4);
    }
    paint.setFill(ink);
    paint.setTextAlign(TextAlignment.CENTER);
    paint.fillText(dot.label(), x(dot), top + size + 22, LABEL_WIDTH);
  }

  private static int age(Edge edge) {
    return Math.clamp((int) (edge.life() * AGES), 0, AGES - 1);
  }

  private double x(Dot dot) {
    return getWidth() / 2 + panX + dot.x() * scale;
  }

  private double y(Dot dot) {
    return getHeight() / 2 + panY + dot.y() * scale;
  }
}
