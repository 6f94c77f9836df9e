package org.lagroups.desktop.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lagroups.desktop.link.LinkState;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.link.Samples;
import org.lagroups.desktop.link.ScriptedApi;
import org.lagroups.desktop.people.GraphPicture.Edge;
import org.lagroups.desktop.screen.Directory;
import org.lagroups.desktop.screen.GroupHistory;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.GraphAnswer.Cut;
import org.lagroups.node.control.api.GraphAnswer.Explanation;
import org.lagroups.node.control.api.GraphAnswer.Explanations;
import org.lagroups.node.control.api.GraphAnswer.Loss;
import org.lagroups.node.control.api.GraphAnswer.Paths;

class GraphModelTest {

  private static final NodeId ALICE = Samples.id(1);
  private static final NodeId BOB = Samples.id(2);
  private static final NodeId CAROL = Samples.id(3);
  private static final NodeId DAVE = Samples.id(4);
  private static final String PAIR = "?from=" + BOB + "&to=" + DAVE;

  private long nowMillis;

  private final ScriptedApi api =
      new ScriptedApi()
          .answer("GET /v1/groups", GroupSamples.list())
          .answer(GroupSamples.PATH, GroupSamples.view("Bob\u202e"))
          .answer(
              GroupSamples.PATH + "/paths" + PAIR,
              new Paths(
                  text(BOB),
                  text(DAVE),
                  1,
                  List.of(List.of(text(BOB), text(CAROL), text(DAVE))),
                  null))
          .answer(
              GroupSamples.PATH + "/cut" + PAIR,
              new Cut(text(BOB), text(DAVE), 1, List.of(text(CAROL))))
          .answer(
              GroupSamples.PATH + "/explain" + PAIR + "&without=" + CAROL,
              new Explanations(
                  List.of(
                      new Explanation("paths", 1.0, List.of(new Loss(text(CAROL), 0.0)), null))));

  @Test
  void drawsEdgesByTheirAgeAndWhetherTheyAreMutual() {
    with((people, graph) -> {
      GraphPicture picture = graph.picture().get();
      assertThat(picture.dots()).extracting(GraphPicture.Dot::label).contains("Alice", "Bob\uFFFD");
      assertThat(picture.edges()).hasSize(7);
      Edge lonely =
          picture.edges().stream().filter(edge -> !edge.isMutual()).findFirst().orElseThrow();
      assertThat(picture.dots().get(lonely.to()).label()).isEqualTo("Dave");
      assertThat(picture.edges()).allMatch(edge -> edge.life() > 0 && edge.life() <= 1);
      assertThat(picture.dots()).filteredOn(GraphPicture.Dot::isRobust).hasSize(2);
    });
  }

  @Test
  void findsPathsAndTheCutBetweenTwoAndWhatTheChosenOnesLeavingWouldDo() {
    with((people, graph) -> {
      graph.mark(BOB);
      graph.mark(DAVE);
      graph.choose(CAROL);
      api.deliver();
      GraphModel.Findings found = graph.findings().get();
      assertThat(found.paths()).containsExactly(List.of(BOB, CAROL, DAVE));
      assertThat(found.cut()).containsExactly(CAROL);
      assertThat(found.isDirect()).isFalse();
      assertThat(found.without())
          .singleElement()
          .extracting(Explanation::question)
          .isEqualTo("paths");
      GraphPicture picture = graph.picture().get();
      assertThat(picture.paths()).hasSize(1);
      assertThat(picture.cut()).hasSize(1);
      assertThat(picture.ends()).hasSize(2);
      assertThat(picture.dots().get(picture.chosen()).node()).isEqualTo(CAROL);
      graph.mark(ALICE);
      assertThat(graph.findings().get().to()).isNull();
      graph.unmark();
      api.deliver();
      assertThat(graph.picture().get().ends()).isEmpty();
    });
  }

  @Test
  void aMemberThatIsGoneIsLeftOutOfWhatIsDrawn() {
    with((people, graph) -> {
      graph.mark(BOB);
      graph.mark(DAVE);
      api.deliver();
      api.answer(GroupSamples.PATH, GroupSamples.ring(2, 1));
      api.answer(
          GroupSamples.PATH + "/paths" + PAIR, new Problem("bad-question", "it has left", ""));
      api.answer(GroupSamples.PATH + "/cut" + PAIR, new Problem("bad-question", "it has left", ""));
      people.again();
      api.pass(Duration.ofSeconds(4));
      assertThat(graph.picture().get().paths()).isEmpty();
      assertThat(graph.picture().get().dots()).hasSize(2);
    });
  }

  @Test
  void looksBackAtWhatTheGroupWasLike() {
    api.become(new LinkState.Connected(Samples.node()));
    with((people, graph) -> {
      assertThat(graph.moments()).hasSize(1);
      nowMillis = 60_000;
      api.answer(GroupSamples.PATH, GroupSamples.ring(3, 1));
      api.tell("group.node-left", Map.of());
      api.pass(Duration.ofSeconds(11));
      assertThat(graph.moments()).hasSize(2);
      assertThat(graph.picture().get().dots()).hasSize(3);
      graph.lookBack(graph.moments().getFirst());
      assertThat(graph.picture().get().dots()).hasSize(4);
      assertThat(graph.picture().get().edges()).filteredOn(Edge::isMutual).hasSize(6);
      graph.lookBack(null);
      assertThat(graph.picture().get().dots()).hasSize(3);
    });
  }

  private interface Steps {
    void run(PeopleModel people, GraphModel graph);
  }

  private void with(Steps test) {
    try (PeopleModel people = new PeopleModel(api, new Directory());
        GroupHistory history = new GroupHistory(api, () -> nowMillis, new Directory());
        GraphModel graph = new GraphModel(api, people, history)) {
      api.deliver();
      test.run(people, graph);
    }
    api.deliver();
    assertThat(api.held()).isZero();
    assertThat(api.unasked()).isEmpty();
  }

  private static String text(NodeId node) {
    return node.toString();
  }
}
