package org.lagroups.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ReachabilityTest {

  @Test
  void holdsWhatIsReachedAlongAttestationsAndTheRoot() {
    AttestationGraph<String> graph = Graphs.of("c>b b>a a>c d>a e");
    assertThat(Reachability.from(graph, "b")).containsExactly("a", "b", "c");
    assertThat(Reachability.from(graph, "d")).containsExactly("a", "b", "c", "d");
    assertThat(Reachability.from(graph, "e")).containsExactly("e");
    assertThat(Reachability.to(graph, "a")).containsExactly("a", "b", "c", "d");
    assertThat(Reachability.to(graph, "d")).containsExactly("d");
  }

  @Test
  void leavesWhoIsNotInTheGraphAlone() {
    assertThat(Reachability.from(Graphs.of("a>b"), "z")).containsExactly("z");
    assertThat(Reachability.to(Graphs.of("a>b"), "z")).containsExactly("z");
  }

  @Test
  void isAnImmutableAnswer() {
    assertThatThrownBy(() -> Reachability.from(Graphs.of("a>b"), "a").add("c"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void followsAChainOfAHundredThousand() {
    assertThat(Reachability.from(Graphs.chain(100_000), 0)).hasSize(100_001);
  }
}
