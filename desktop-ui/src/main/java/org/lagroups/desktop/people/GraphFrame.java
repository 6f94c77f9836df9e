package org.lagroups.desktop.people;

import org.lagroups.desktop.people.GraphPicture.Dot;

/**
 * Which part of a picture is seen, and where on a canvas: all of it in the middle, until somebody
 * comes closer or moves it. On the JavaFX thread.
 */
final class GraphFrame {

  private static final double LEAST_ZOOM = 0.2;
  private static final double MOST_ZOOM = 8;

  /** Room for the labels of dots at the rim, in pixels. */
  private static final double MARGIN = 60;

  /** A picture that is smaller than this, in lengths of an edge, is not made to fill the canvas. */
  private static final double LEAST_EXTENT = 1;

  private double zoom = 1;
  private double panX;
  private double panY;
  private double scale = 1;
  private double originX;
  private double originY;

  /** Comes closer by a factor, within limits; what is at this place stays there. */
  void zoom(double factor, double width, double height, double atX, double atY) {
    double before = zoom;
    zoom = Math.clamp(zoom * factor, LEAST_ZOOM, MOST_ZOOM);
    double grown = zoom / before;
    panX = (panX + width / 2 - atX) * grown - width / 2 + atX;
    panY = (panY + height / 2 - atY) * grown - height / 2 + atY;
  }

  /** Moves the picture by so many pixels. */
  void pan(double x, double y) {
    panX += x;
    panY += y;
  }

  /** All of it again, in the middle. */
  void fit() {
    zoom = 1;
    panX = 0;
    panY = 0;
  }

  /** Looks at a picture on a canvas of this size, in pixels. */
  void look(GraphPicture picture, double width, double height) {
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (Dot dot : picture.dots()) {
      left = Math.min(left, dot.x());
      right = Math.max(right, dot.x());
      top = Math.min(top, dot.y());
      bottom = Math.max(bottom, dot.y());
    }
    boolean isEmpty = picture.dots().isEmpty();
    double wide = isEmpty ? LEAST_EXTENT : Math.max(LEAST_EXTENT, right - left);
    double high = isEmpty ? LEAST_EXTENT : Math.max(LEAST_EXTENT, bottom - top);
    scale = zoom * Math.min(room(width) / wide, room(height) / high);
    originX = width / 2 + panX - (isEmpty ? 0 : scale * (left + right) / 2);
    originY = height / 2 + panY - (isEmpty ? 0 : scale * (top + bottom) / 2);
  }

  /** Where a dot is on the canvas. */
  double x(Dot dot) {
    return originX + dot.x() * scale;
  }

  /** Where it is, downwards. */
  double y(Dot dot) {
    return originY + dot.y() * scale;
  }

  private static double room(double extent) {
    return Math.max(MARGIN, extent - 2 * MARGIN);
  }
}
