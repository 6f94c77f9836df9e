package org.lagroups.desktop.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lagroups.desktop.people.GraphLabels.Box;

class GraphLabelsTest {

  private static final double HEIGHT = 14;

  @Test
  void aLabelStandsBelowItsDot() {
    Box label = place(Box.around(100, 100, 20, 20)).getFirst();
    assertThat(label.middleX()).isEqualTo(100);
    assertThat(label.top()).isGreaterThanOrEqualTo(110);
  }

  @Test
  void labelsOfDotsBesideEachOtherCoverNothing() {
    List<Box> dots =
        IntStream.range(0, 4).mapToObj(i -> Box.around(100 + 50 * i, 100, 20, 20)).toList();
    List<Box> labels = GraphLabels.place(dots, widths(dots.size(), 70), HEIGHT);
    for (int i = 0; i < labels.size(); i++) {
      assertThat(dots).noneMatch(labels.get(i)::meets);
      for (int j = 0; j < i; j++) {
        assertThat(labels.get(i).meets(labels.get(j))).as(i + " over " + j).isFalse();
      }
    }
  }

  @Test
  void whereThereIsNoRoomEveryDotStillHasItsLabel() {
    Box[] dots = new Box[64];
    Arrays.fill(dots, Box.around(100, 100, 20, 20));
    List<Box> labels = place(dots);
    assertThat(labels).hasSize(64);
    assertThat(labels.getLast()).as("below").isEqualTo(labels.getFirst());
  }

  private static List<Box> place(Box... dots) {
    return GraphLabels.place(List.of(dots), widths(dots.length, 40), HEIGHT);
  }

  private static double[] widths(int count, double each) {
    double[] widths = new double[count];
    Arrays.fill(widths, each);
    return widths;
  }
}
