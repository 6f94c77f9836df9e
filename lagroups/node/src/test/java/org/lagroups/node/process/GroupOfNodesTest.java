package org.lagroups.node.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.AttestNode;
import org.lagroups.node.control.api.BanNode;
import org.lagroups.node.control.api.Done;
import org.lagroups.node.control.api.GraphAnswer;
import org.lagroups.node.control.api.GroupView;
import org.lagroups.node.control.api.ReasonInfo;
import org.lagroups.node.control.client.ControlException;
import org.lagroups.node.testing.TestGroup;
import org.lagroups.node.testing.TestNodes;

@Tag("network")
class GroupOfNodesTest {

  private static final long VALIDITY_MILLIS = 6_000;

  @TempDir private Path folder;
  private TestNodes nodes;

  @BeforeEach
  void begin() {
    nodes = new TestNodes(folder);
  }

  @AfterEach
  void end() {
    nodes.close();
  }

  @Test
  void threeNodesVouchForEachOther() {
    start("alice", "bob", "carol");
    TestGroup group = create("alice");
    group.admit("alice", "bob");
    group.admit("bob", "carol");

    for (String name : List.of("alice", "bob", "carol")) {
      group.awaitAttestations(name, 6);
      assertThat(group.view(name).members())
          .extracting(GroupView.MemberView::name)
          .containsExactlyInAnyOrder("alice", "bob", "carol");
    }
    GraphAnswer.Paths paths =
        nodes
            .client("alice")
            .get(group.path() + "/paths?to=" + group.idOf("carol"), GraphAnswer.Paths.class);
    assertThat(paths.count()).isEqualTo(2);
    assertAnswersEveryQuestion(group);
  }

  @Test
  void anInvitationAdmitsOneGuestOnly() {
    start("alice", "bob", "carol");
    TestGroup group = create("alice");
    String link = group.invite("alice");
    group.join("bob", link);

    assertThatThrownBy(() -> group.join("carol", link, 3_000))
        .isInstanceOfSatisfying(
            ControlException.class, e -> assertThat(e.code()).isEqualTo("not-admitted"));
    assertThat(group.view("alice").members()).hasSize(2);
  }

  @Test
  void saysThatTheInviterWasNotReached() {
    start("alice", "bob");
    TestGroup group = create("alice");
    String link = group.invite("alice");
    nodes.client("alice").post("/v1/shutdown", null, Done.class);
    nodes.close();
    nodes = new TestNodes(folder);
    nodes.start("bob");

    assertThatThrownBy(() -> group.join("bob", link, 1_500))
        .isInstanceOfSatisfying(
            ControlException.class, e -> assertThat(e.code()).isEqualTo("not-reached"));
  }

  @Test
  void aNodeThatStartsAgainIsTheSameMember() {
    NodeProcess alice = nodes.start("alice");
    NodeProcess bob = nodes.start("bob");
    TestGroup group = create("alice");
    group.admit("alice", "bob");
    group.awaitAttestations("alice", 2);
    int port = bob.port();
    bob.close();
    TestNodes.await("alice sees bob go", () -> group.view("alice").members().size() == 1);

    NodeProcess again = nodes.start("bob");
    assertThat(again.self()).isEqualTo(bob.self());
    assertThat(again.port()).isEqualTo(port);
    group.awaitAttestations("alice", 2);
    group.awaitAttestations("bob", 2);
    assertThat(alice.warnings()).isEmpty();
  }

  @Test
  void whatAPersonWithdrawsStaysWithdrawnUntilItIsLifted() {
    start("alice", "bob");
    TestGroup group = create("alice");
    group.admit("alice", "bob");
    group.awaitAttestations("alice", 2);
    NodeId bob = group.idOf("bob");

    nodes
        .client("alice")
        .post(
            group.path() + "/bans",
            new BanNode(bob, new ReasonInfo("bad-content", "spam")),
            Done.class);
    group.awaitAttestations("bob", 1);
    assertThat(group.view("alice").bans())
        .singleElement()
        .isEqualTo(new GroupView.BanView(bob, new ReasonInfo("bad-content", "spam")));

    nodes.client("alice").post(group.path() + "/attestations", new AttestNode(bob), Done.class);
    group.awaitAttestations("bob", 2);
    assertThat(group.view("alice").bans()).isEmpty();
  }

  @Test
  void whoLeavesIsForgottenByAll() {
    start("alice", "bob");
    TestGroup group = create("alice");
    group.admit("alice", "bob");
    group.awaitAttestations("alice", 2);
    nodes.client("bob").delete(group.path(), Done.class);

    group.awaitAttestations("alice", 0);
    assertThat(group.view("alice").members()).hasSize(1);
  }

  private void assertAnswersEveryQuestion(TestGroup group) {
    String carol = group.idOf("carol").toString();
    String to = "?to=" + carol;
    assertThat(ask(group, "paths" + to + "&maxLength=1", GraphAnswer.Paths.class).count())
        .isEqualTo(1);
    assertThat(ask(group, "cut", GraphAnswer.Cut.class).size()).isNull();
    assertThat(ask(group, "cut" + to, GraphAnswer.Cut.class).to()).isEqualTo(carol);
    GraphAnswer.Flow flow =
        ask(group, "flow" + to + "&capacity=one&cut=true", GraphAnswer.Flow.class);
    assertThat(flow.value()).isEqualTo(2);
    assertThat(flow.cut()).hasSize(2);
    String alone = "&within=" + carol + "," + group.idOf("alice");
    assertThat(ask(group, "flow" + to + alone + "&capacity=one", GraphAnswer.Flow.class).value())
        .isEqualTo(1);
    assertThat(ask(group, "shortest" + to, GraphAnswer.Shortest.class).path()).hasSize(2);
    assertThat(ask(group, "all-shortest", GraphAnswer.AllShortest.class).paths()).hasSize(6);
    assertThat(ask(group, "all-shortest?from=" + carol, GraphAnswer.AllShortest.class).paths())
        .hasSize(2);
    assertThat(ask(group, "components", GraphAnswer.Components.class).components()).hasSize(1);
    assertThat(ask(group, "components?node=" + carol, GraphAnswer.Components.class).components())
        .singleElement()
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(3);
    assertThat(ask(group, "robust?t=2", GraphAnswer.Robust.class).members()).hasSize(3);
    assertThat(ask(group, "clustering", GraphAnswer.Coefficient.class).coefficient()).isEqualTo(1);
    assertThat(ask(group, "clustering?node=" + carol, GraphAnswer.Coefficient.class).coefficient())
        .isEqualTo(1);
    assertThat(ask(group, "explain" + to, GraphAnswer.Explanations.class).answers())
        .extracting(GraphAnswer.Explanation::question)
        .containsExactly("paths", "shortest", "flow", "reached", "component", "cut", "robust");
    for (String wrong :
        List.of(
            "robust?t=0",
            "robust?t=x",
            "flow" + to + "&capacity=luck",
            "paths" + to + "&from=x",
            "paths",
            "paths" + to + "&from=" + carol,
            "explain?without=" + group.idOf("alice"))) {
      assertThatThrownBy(() -> ask(group, wrong, Object.class))
          .as(wrong)
          .isInstanceOf(ControlException.class);
    }
  }

  private <T> T ask(TestGroup group, String question, Class<T> answer) {
    return nodes.client("alice").get(group.path() + "/" + question, answer);
  }

  private void start(String... names) {
    for (String name : names) {
      nodes.start(name);
    }
  }

  private TestGroup create(String founder) {
    return TestGroup.create(nodes, founder, VALIDITY_MILLIS);
  }
}
