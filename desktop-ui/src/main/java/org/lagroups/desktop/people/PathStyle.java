package org.lagroups.desktop.people;

import java.util.List;
import javafx.scene.paint.Color;

/**
 * How the paths between two nodes are told apart: by colour, from a palette that colour-blind
 * people tell apart as well (Wong, Nature Methods 8, 2011), and by their dashes.
 */
record PathStyle(Color colour, List<Double> dashes) {

  private static final List<PathStyle> ALL =
      List.of(
          new PathStyle(Color.web("#0072b2"), List.of()),
          new PathStyle(Color.web("#d55e00"), List.of(12.0, 5.0)),
          new PathStyle(Color.web("#009e73"), List.of(3.0, 5.0)),
          new PathStyle(Color.web("#cc79a7"), List.of(12.0, 4.0, 3.0, 4.0)),
          new PathStyle(Color.web("#e69f00"), List.of(20.0, 6.0)),
          new PathStyle(Color.web("#56b4e9"), List.of(6.0, 6.0)));

  PathStyle {
    dashes = List.copyOf(dashes);
  }

  /** Of a path, by its number from 0; from the seventh on they come again. */
  static PathStyle of(int number) {
    return ALL.get(number % ALL.size());
  }

  /** As a graphics context takes them. */
  double[] dashArray() {
    return dashes.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
