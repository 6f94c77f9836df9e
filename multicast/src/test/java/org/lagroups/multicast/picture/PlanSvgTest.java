package org.lagroups.multicast.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.lagroups.multicast.plan.RelayTree;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class PlanSvgTest {

  @Test
  void drawsEachHopOfEachTreeAndFillsWhoRelays() throws Exception {
    Document svg =
        parsed(
            List.of(tree(3, "B", "A", "C", "B", "D", "B"), tree(1, "B", "A", "C", "A", "D", "A")));

    assertThat(svg.getElementsByTagName("path").getLength()).isEqualTo(6);
    assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(8);
    assertThat(svg.getDocumentElement().getTextContent()).contains("3.00 Mbit/s", "1.00 Mbit/s");
    assertThat(relays(svg)).isEqualTo(3);
  }

  @Test
  void aNodeStandsAboveTheMiddleOfThoseToWhichItSends() {
    Placed placed = Placed.of(tree(1, "B", "A", "C", "B", "D", "B", "E", "A"));

    assertThat(placed.columns()).isEqualTo(3);
    assertThat(placed.levels()).isEqualTo(3);
    assertThat(placed.spots())
        .containsEntry("C", new Placed.Spot(0, 2))
        .containsEntry("D", new Placed.Spot(1, 2))
        .containsEntry("B", new Placed.Spot(0.5, 1))
        .containsEntry("E", new Placed.Spot(2, 1))
        .containsEntry("A", new Placed.Spot(1, 0));
  }

  @Test
  void takesAnyNameForText() throws Exception {
    String name = "<b>&\"\u0007 and very long";

    Document svg = parsed(List.of(tree(1, name, "A")));

    assertThat(svg.getDocumentElement().getTextContent())
        .contains("<b>&\"\uFFFD and very long")
        .contains("<b>&\"\uFFFD…");
  }

  @Test
  void drawsNoTreesAtAll() throws Exception {
    assertThat(parsed(List.of()).getElementsByTagName("path").getLength()).isZero();
  }

  private static long relays(Document svg) {
    return IntStream.range(0, svg.getElementsByTagName("g").getLength())
        .mapToObj(i -> (Element) svg.getElementsByTagName("g").item(i))
        .filter(group -> group.getAttribute("class").equals("relay"))
        .count();
  }

  /** Receivers, each with the node it receives from. */
  private static RelayTree<String> tree(double rate, String... hops) {
    Map<String, String> parents = new TreeMap<>();
    for (int i = 0; i < hops.length; i += 2) {
      parents.put(hops[i], hops[i + 1]);
    }
    return new RelayTree<>(rate, parents);
  }

  private static Document parsed(List<RelayTree<String>> trees) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(PlanSvg.draw(trees))));
  }
}
