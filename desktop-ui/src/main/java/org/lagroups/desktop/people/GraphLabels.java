package org.lagroups.desktop.people;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the labels of dots stand: below the dot, above it, at its right or left, whichever is the
 * first at which it covers neither a dot nor a label; below if none is. The same dots always have
 * the same labels.
 */
final class GraphLabels {

  /** Between a dot and its label, in pixels. */
  private static final double GAP = 4;

  private GraphLabels() {}

  /** A rectangle in pixels, downwards. */
  record Box(double left, double top, double right, double bottom) {

    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    /** Of this size, around a place. */
    static Box around(double x, double y, double width, double height) {
      return new Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2);
    }

    double middleX() {
      return (left + right) / 2;
    }

    double middleY() {
      return (top + bottom) / 2;
    }
  }

  /**
   * Places them.
   *
   * @param dots what they must not cover, each with a label
   * @param widths of the labels
   * @param height of each
   */
  static List<Box> place(List<Box> dots, double[] widths, double height) {
    List<Box> labels = new ArrayList<>(dots.size());
    for (int i = 0; i < dots.size(); i++) {
      Box dot = dots.get(i);
      List<Box> sides = sides(dot, widths[i], height);
      Box place = sides.getFirst();
      for (Box side : sides) {
        if (isFree(side, dots, labels)) {
          place = side;
          break;
        }
      }
      labels.add(place);
    }
    return labels;
  }

  private static List<Box> sides(Box dot, double width, double height) {
    double besideX = (dot.right - dot.left + width) / 2 + GAP;
    double besideY = (dot.bottom - dot.top + height) / 2 + GAP;
    double x = dot.middleX();
    double y = dot.middleY();
    return List.of(
        Box.around(x, y + besideY, width, height),
        Box.around(x, y - besideY, width, height),
        Box.around(x + besideX, y, width, height),
        Box.around(x - besideX, y, width, height));
  }

  private static boolean isFree(Box side, List<Box> dots, List<Box> labels) {
    for (Box dot : dots) {
      if (side.meets(dot)) {
        return false;
      }
    }
    for (Box label : labels) {
      if (side.meets(label)) {
        return false;
      }
    }
    return true;
  }
}
