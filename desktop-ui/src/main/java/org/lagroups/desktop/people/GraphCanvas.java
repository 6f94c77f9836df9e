package org.lagroups.desktop.people;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.lagroups.desktop.people.GraphLabels.Box;
import org.lagroups.desktop.people.GraphPicture.Dot;
import org.lagroups.desktop.people.GraphPicture.Edge;

/**
 * Draws a {@link GraphPicture}. Each attestation is a line with an arrow at its attestee, and half
 * a line where both attest; it fades as it ages, and is dashed if the attestee does not attest in
 * turn. Robust members are squares, others circles; this node has a ring, the two ends of paths a
 * frame. The dots of a cut are crossed out. On the JavaFX thread.
 */
public final class GraphCanvas extends Canvas {

  private static final int AGES = 3;
  private static final double RADIUS = 8;
  private static final double HEAD = 8;
  private static final double HEAD_ANGLE = 0.35;
  private static final double LABEL_WIDTH = 140;

  /** The mean width of a letter, in heights of the font. */
  private static final double LETTER = 0.56;

  private static final double[] WHOLE = {};
  private static final double[] DASHED = {9, 6};
  private static final Color DOT = Color.web("#56b4e9");
  private static final Color OWN = Color.web("#e69f00");

  private final GraphFrame frame = new GraphFrame();
  private GraphPicture picture = GraphPicture.EMPTY;
  private Paint ink = Color.BLACK;
  private double[] xs = {};
  private double[] ys = {};

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
    frame.zoom(factor, getWidth(), getHeight(), atX, atY);
  }

  /** Moves the picture by so many pixels. */
  public void pan(double x, double y) {
    frame.pan(x, y);
  }

  /** All of it again, in the middle. */
  public void fit() {
    frame.fit();
  }

  /** The dot at a place of the canvas as it was drawn last. */
  public OptionalInt dotAt(double atX, double atY) {
    int nearest = -1;
    double least = 2 * RADIUS;
    for (int i = 0; i < Math.min(xs.length, picture.dots().size()); i++) {
      double distance = Math.hypot(xs[i] - atX, ys[i] - atY);
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
    frame.look(picture, getWidth(), getHeight());
    int count = picture.dots().size();
    xs = new double[count];
    ys = new double[count];
    for (int i = 0; i < count; i++) {
      xs[i] = frame.x(picture.dots().get(i));
      ys[i] = frame.y(picture.dots().get(i));
    }
    // The cheapest there are, which matters with a thousand lines.
    paint.setLineCap(StrokeLineCap.BUTT);
    paint.setLineJoin(StrokeLineJoin.BEVEL);
    for (int age = 0; age < AGES; age++) {
      paint.setGlobalAlpha(0.2 + 0.5 * age / (AGES - 1));
      paint.setStroke(ink);
      paint.setFill(ink);
      paint.setLineWidth(1);
      drawLines(paint, age, true);
      drawLines(paint, age, false);
      drawHeads(paint, age);
    }
    paint.setGlobalAlpha(1);
    for (int i = 0; i < picture.paths().size(); i++) {
      drawPath(paint, i);
    }
    paint.setLineDashes(WHOLE);
    for (int i = 0; i < count; i++) {
      drawDot(paint, i);
    }
    drawLabels(paint);
  }

  /** All of an age at once: a stroke for each would take most of the time. */
  private void drawLines(GraphicsContext paint, int age, boolean isMutual) {
    paint.setLineDashes(isMutual ? WHOLE : DASHED);
    paint.beginPath();
    double part = isMutual ? 0.5 : 0;
    for (Edge edge : picture.edges()) {
      if (edge.isMutual() == isMutual && age(edge) == age) {
        double fromX = xs[edge.from()];
        double fromY = ys[edge.from()];
        double toX = xs[edge.to()];
        double toY = ys[edge.to()];
        paint.moveTo(fromX + part * (toX - fromX), fromY + part * (toY - fromY));
        paint.lineTo(toX, toY);
      }
    }
    paint.stroke();
  }

  private void drawHeads(GraphicsContext paint, int age) {
    paint.beginPath();
    for (Edge edge : picture.edges()) {
      if (age(edge) == age) {
        head(paint, edge.from(), edge.to(), HEAD);
      }
    }
    paint.fill();
  }

  /** A triangle whose tip is at the rim of the dot. */
  private void head(GraphicsContext paint, int from, int to, double length) {
    double angle = Math.atan2(ys[to] - ys[from], xs[to] - xs[from]);
    double tipX = xs[to] - (RADIUS + 2) * Math.cos(angle);
    double tipY = ys[to] - (RADIUS + 2) * Math.sin(angle);
    double left = angle - HEAD_ANGLE;
    double right = angle + HEAD_ANGLE;
    paint.moveTo(tipX, tipY);
    paint.lineTo(tipX - length * Math.cos(left), tipY - length * Math.sin(left));
    paint.lineTo(tipX - length * Math.cos(right), tipY - length * Math.sin(right));
    paint.closePath();
  }

  private void drawPath(GraphicsContext paint, int number) {
    PathStyle style = PathStyle.of(number);
    List<Integer> path = picture.paths().get(number);
    paint.setStroke(style.colour());
    paint.setFill(style.colour());
    paint.setLineWidth(3.5);
    paint.setLineDashes(style.dashArray());
    paint.beginPath();
    for (int i = 1; i < path.size(); i++) {
      paint.moveTo(xs[path.get(i - 1)], ys[path.get(i - 1)]);
      paint.lineTo(xs[path.get(i)], ys[path.get(i)]);
    }
    paint.stroke();
    paint.beginPath();
    for (int i = 1; i < path.size(); i++) {
      head(paint, path.get(i - 1), path.get(i), 2 * HEAD);
    }
    paint.fill();
  }

  private void drawDot(GraphicsContext paint, int number) {
    Dot dot = picture.dots().get(number);
    double left = xs[number] - RADIUS;
    double top = ys[number] - RADIUS;
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
  }

  private void drawLabels(GraphicsContext paint) {
    double letters = paint.getFont().getSize();
    List<Box> dots = new ArrayList<>(xs.length);
    double[] widths = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      double size = size(i);
      dots.add(Box.around(xs[i], ys[i], size, size));
      String label = picture.dots().get(i).label();
      widths[i] = Math.min(LABEL_WIDTH, LETTER * letters * label.length());
    }
    List<Box> labels = GraphLabels.place(dots, widths, letters);
    paint.setFill(ink);
    paint.setTextAlign(TextAlignment.CENTER);
    paint.setTextBaseline(VPos.CENTER);
    for (int i = 0; i < labels.size(); i++) {
      Box label = labels.get(i);
      paint.fillText(picture.dots().get(i).label(), label.middleX(), label.middleY(), LABEL_WIDTH);
    }
  }

  /** With what is around it. */
  private double size(int number) {
    if (picture.ends().contains(number)) {
      return 2 * RADIUS + 20;
    }
    return 2 * RADIUS + (picture.dots().get(number).isOwn() ? 14 : 4);
  }

  private static int age(Edge edge) {
    return Math.clamp((int) (edge.life() * AGES), 0, AGES - 1);
  }
}
