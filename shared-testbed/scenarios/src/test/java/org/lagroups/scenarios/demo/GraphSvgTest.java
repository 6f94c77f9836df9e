package org.lagroups.scenarios.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lagroups.scenarios.demo.GraphPicture.Edge;

final class GraphSvgTest {

  @Test
  void drawsMutualAttestationsOnceAndOneWayOnesWithAnArrow() {
    String svg = svg(Set.of(new Edge("a", "b"), new Edge("b", "a"), new Edge("b", "c")), List.of());

    assertThat(svg.split("class=\"attests\"", -1)).hasSize(3);
    assertThat(svg.split("marker-end", -1)).hasSize(2);
  }

  @Test
  void marksThePathThatTakesAnEdgeInEitherDirection() {
    String svg =
        svg(
            Set.of(new Edge("a", "b"), new Edge("b", "a"), new Edge("b", "c"), new Edge("c", "b")),
            List.of(List.of("c", "b", "a")));

    assertThat(svg.split("class=\"path path0\"", -1)).hasSize(3);
  }

  @Test
  void escapesNames() {
    GraphPicture picture =
        new GraphPicture(List.of("<b>"), Set.of(), Set.of(), List.of(), Set.of(), Set.of());

    assertThat(GraphSvg.draw(picture)).contains("&lt;b&gt;").doesNotContain("<b>");
  }

  private static String svg(Set<Edge> edges, List<List<String>> paths) {
    return GraphSvg.draw(
        new GraphPicture(List.of("a", "b", "c"), edges, Set.of(), paths, Set.of(), Set.of()));
  }
}
