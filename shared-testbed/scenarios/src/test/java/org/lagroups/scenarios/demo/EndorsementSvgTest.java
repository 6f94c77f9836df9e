package org.lagroups.scenarios.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lagroups.scenarios.demo.guard.Moment;
import org.lagroups.scenarios.demo.guard.Sight;

final class EndorsementSvgTest {

  @Test
  void drawsAnArrowForEachGatewayThatEndorsesAndMarksColluders() {
    String svg = svg(List.of("a", "b", "c"), List.of("c"), List.of("a", "b", "stranger"));

    assertThat(svg.split("marker-end", -1)).hasSize(3);
    assertThat(svg.split("class=\"node liar\"", -1)).hasSize(2);
    assertThat(svg).contains("2 of 3", "endorsed");
  }

  @Test
  void escapesNames() {
    assertThat(svg(List.of("<b>"), List.of(), List.of("<b>")))
        .contains("&lt;b&gt;")
        .doesNotContain("<b>");
  }

  private static String svg(List<String> all, List<String> colluders, List<String> endorsers) {
    Sight sight = new Sight(endorsers, 2, 3, "endorsed");
    return new EndorsementSvg(all, colluders, new Moment("one", Map.of(all.getFirst(), sight)))
        .draw();
  }
}
