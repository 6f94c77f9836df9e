package org.lagroups.node.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.graph.AttestationEdge;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.node.control.api.GraphAnswer.Explanation;
import org.lagroups.node.control.api.GraphAnswer.Paths;
import org.lagroups.node.control.json.Json;

class GraphQuestionsTest {

  private static final AttestationGraph<String> GRAPH =
      AttestationGraph.<String>builder().edge("a", "b", 2, 3).edge("b", "c").build();

  @Test
  void writesAnUpperBoundOnlyWhereTheAnswerIsNotExact() {
    assertThat(Json.write(new Paths("a", "b", 0, List.of(), null)))
        .isEqualTo("{\"from\":\"a\",\"to\":\"b\",\"count\":0,\"paths\":[]}");
    assertThat(Json.write(new Paths("a", "b", 0, List.of(), 4)))
        .isEqualTo("{\"from\":\"a\",\"to\":\"b\",\"count\":0,\"paths\":[],\"atMost\":4}");
  }

  @Test
  void refusesVerticesThatAreNotThereAndEndsThatAreTheSame() {
    GraphQuestions<String> questions = new GraphQuestions<>(GRAPH);
    assertThatThrownBy(() -> questions.paths("a", "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("x is not in the graph");
    assertThatThrownBy(() -> questions.flow("a", "a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the two ends are the same: a");
    assertThatThrownBy(() -> questions.shortestFrom("x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Explain<>(Optional.of("x"), Optional.empty(), Optional.empty(), 1).ask(GRAPH))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Explain<>(Optional.empty(), Optional.empty(), Optional.empty(), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void asksNothingAboutFromAndToWithoutThem() {
    List<Explanation> answers =
        new Explain<String>(Optional.empty(), Optional.empty(), Optional.of("b"), 1).ask(GRAPH);
    assertThat(answers)
        .extracting(Explanation::question)
        .containsExactly("component", "cut", "robust");
  }

  @Test
  void takesCapacitiesOutOfWhatAttestersReport() {
    AttestationEdge<String> edge = GRAPH.edge("a", "b").orElseThrow();
    LinkInfo info = LinkInfo.ofRoundTrip(5);
    assertThat(CapacityKind.CAPACITY.of(edge, info)).isEqualTo(3);
    assertThat(CapacityKind.COST.of(edge, info)).isEqualTo(2);
    assertThat(CapacityKind.ONE.of(edge, info)).isEqualTo(1);
    assertThat(CapacityKind.UPTIME.of(edge, info)).isZero();
    assertThat(CapacityKind.of("lifetime")).isEqualTo(CapacityKind.LIFETIME);
    assertThatThrownBy(() -> CapacityKind.of("luck"))
        .hasMessageContaining("capacity, throughput, uptime, lifetime, cost, one");
  }
}
