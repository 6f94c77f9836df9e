package org.lagroups.desktop.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.desktop.people.GraphPicture.Dot;

class GraphLayoutTest {

  private static final int MOST_STEPS = 500;

  @Test
  void comesToRestWithThisNodeInTheMiddleAndAllApart() {
    GraphLayout layout = new GraphLayout();
    GraphPicture picture = GraphPicture.of(GroupSamples.ring(64, 16));
    List<Dot> dots = settle(layout, picture).dots();
    Dot own = dots.stream().filter(Dot::isOwn).findFirst().orElseThrow();
    assertThat(own.x()).isZero();
    assertThat(own.y()).isZero();
    for (Dot one : dots) {
      for (Dot other : dots) {
        if (!one.equals(other)) {
          assertThat(Math.hypot(one.x() - other.x(), one.y() - other.y())).isGreaterThan(0.02);
        }
      }
    }
  }

  @Test
  void theSamePicturesGiveTheSamePlaces() {
    GraphPicture picture = GraphPicture.of(GroupSamples.ring(20, 3));
    assertThat(settle(new GraphLayout(), picture)).isEqualTo(settle(new GraphLayout(), picture));
  }

  @Test
  void whoIsThereStaysAboutWhereItWasWhenSomebodyComes() {
    GraphLayout layout = new GraphLayout();
    List<Dot> before = settle(layout, GraphPicture.of(GroupSamples.ring(20, 5))).dots();
    List<Dot> after = settle(layout, GraphPicture.of(GroupSamples.ring(21, 5))).dots();
    double moved = 0;
    double reach = 0;
    for (int i = 0; i < before.size(); i++) {
      Dot was = before.get(i);
      Dot is = after.get(i);
      assertThat(is.node()).isEqualTo(was.node());
      moved += Math.hypot(is.x() - was.x(), is.y() - was.y());
      reach += Math.hypot(was.x(), was.y());
    }
    assertThat(moved).isLessThan(reach / 2);
  }

  @Test
  void aPictureWithoutEdgesOrDotsIsNoTrouble() {
    GraphLayout layout = new GraphLayout();
    assertThat(settle(layout, GraphPicture.EMPTY)).isEqualTo(GraphPicture.EMPTY);
    assertThat(settle(layout, GraphPicture.of(GroupSamples.ring(1, 0))).dots()).hasSize(1);
    assertThat(settle(layout, GraphPicture.of(GroupSamples.ring(2, 0))).dots())
        .allMatch(dot -> Double.isFinite(dot.x()) && Double.isFinite(dot.y()));
  }

  private static GraphPicture settle(GraphLayout layout, GraphPicture picture) {
    layout.take(picture);
    for (int i = 0; i < MOST_STEPS && !layout.isStill(); i++) {
      layout.step(picture);
    }
    assertThat(layout.isStill()).isTrue();
    return layout.placed(picture);
  }
}
