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
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.AttestNode;
import org.lagroups.node.control.api.BanNode;
import org.lagroups.node.control.api.CreateGroup;
import org.lagroups.node.control.api.CreateInvitation;
import org.lagroups.node.control.api.Done;
import org.lagroups.node.control.api.GraphAnswer;
import org.lagroups.node.control.api.GroupCreated;
import org.lagroups.node.control.api.GroupJoined;
import org.lagroups.node.control.api.GroupView;
import org.lagroups.node.control.api.InvitationCreated;
import org.lagroups.node.control.api.JoinGroup;
import org.lagroups.node.control.api.ReasonInfo;
import org.lagroups.node.control.client.ControlException;
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
    GroupId group = create("alice");
    join("bob", invite("alice", group));
    join("carol", invite("bob", group));

    for (String name : List.of("alice", "bob", "carol")) {
      awaitAttestations(name, group, 6);
      assertThat(view(name, group).members())
          .extracting(GroupView.MemberView::name)
          .containsExactlyInAnyOrder("alice", "bob", "carol");
    }
    GraphAnswer.Paths paths =
        nodes
            .client("alice")
            .get(
                "/v1/groups/%s/paths?to=%s".formatted(group, idOf("carol", group)),
                GraphAnswer.Paths.class);
    assertThat(paths.count()).isEqualTo(2);
    assertAnswersEveryQuestion(group);
  }

  @Test
  void anInvitationAdmitsOneGuestOnly() {
    start("alice", "bob", "carol");
    GroupId group = create("alice");
    String link = invite("alice", group);
    join("bob", link);

    assertThatThrownBy(() -> join("carol", link, 3_000))
        .isInstanceOfSatisfying(
            ControlException.class, e -> assertThat(e.code()).isEqualTo("not-admitted"));
    assertThat(view("alice", group).members()).hasSize(2);
  }

  @Test
  void saysThatTheInviterWasNotReached() {
    start("alice", "bob");
    GroupId group = create("alice");
    String link = invite("alice", group);
    nodes.client("alice").post("/v1/shutdown", null, Done.class);
    nodes.close();
    nodes = new TestNodes(folder);
    nodes.start("bob");

    assertThatThrownBy(() -> join("bob", link, 1_500))
        .isInstanceOfSatisfying(
            ControlException.class, e -> assertThat(e.code()).isEqualTo("not-reached"));
  }

  @Test
  void aNodeThatStartsAgainIsTheSameMember() {
    NodeProcess alice = nodes.start("alice");
    NodeProcess bob = nodes.start("bob");
    GroupId group = create("alice");
    join("bob", invite("alice", group));
    awaitAttestations("alice", group, 2);
    int port = bob.port();
    bob.close();
    TestNodes.await("alice sees bob go", () -> view("alice", group).members().size() == 1);

    NodeProcess again = nodes.start("bob");
    assertThat(again.self()).isEqualTo(bob.self());
    assertThat(again.port()).isEqualTo(port);
    awaitAttestations("alice", group, 2);
    awaitAttestations("bob", group, 2);
    assertThat(alice.warnings()).isEmpty();
  }

  @Test
  void whatAPersonWithdrawsStaysWithdrawnUntilItIsLifted() {
    start("alice", "bob");
    GroupId group = create("alice");
    join("bob", invite("alice", group));
    awaitAttestations("alice", group, 2);
    NodeId bob = idOf("bob", group);
    String path = "/v1/groups/" + group;

    nodes
        .client("alice")
        .post(path + "/bans", new BanNode(bob, new ReasonInfo("bad-content", "spam")), Done.class);
    awaitAttestations("bob", group, 1);
    assertThat(view("alice", group).bans())
        .singleElement()
        .isEqualTo(new GroupView.BanView(bob, new ReasonInfo("bad-content", "spam")));

    nodes.client("alice").post(path + "/attestations", new AttestNode(bob), Done.class);
    awaitAttestations("bob", group, 2);
    assertThat(view("alice", group).bans()).isEmpty();
  }

  @Test
  void whoLeavesIsForgottenByAll() {
    start("alice", "bob");
    GroupId group = create("alice");
    join("bob", invite("alice", group));
    awaitAttestations("alice", group, 2);
    nodes.client("bob").delete("/v1/groups/" + group, Done.class);

    awaitAttestations("alice", group, 0);
    assertThat(view("alice", group).members()).hasSize(1);
  }

  private void assertAnswersEveryQuestion(GroupId group) {
    String carol = idOf("carol", group).toString();
    String to = "?to=" + carol;
    assertThat(ask(group, "paths" + to + "&maxLength=1", GraphAnswer.Paths.class).count())
        .isEqualTo(1);
    assertThat(ask(group, "cut", GraphAnswer.Cut.class).size()).isNull();
    assertThat(ask(group, "cut" + to, GraphAnswer.Cut.class).to()).isEqualTo(carol);
    GraphAnswer.Flow flow =
        ask(group, "flow" + to + "&capacity=one&cut=true", GraphAnswer.Flow.class);
    assertThat(flow.value()).isEqualTo(2);
    assertThat(flow.cut()).hasSize(2);
    String alone = "&within=" + carol + "," + idOf("alice", group);
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
            "explain?without=" + idOf("alice", group))) {
      assertThatThrownBy(() -> ask(group, wrong, Object.class))
          .as(wrong)
          .isInstanceOf(ControlException.class);
    }
  }

  private <T> T ask(GroupId group, String question, Class<T> answer) {
    return nodes.client("alice").get("/v1/groups/" + group + "/" + question, answer);
  }

  private void start(String... names) {
    for (String name : names) {
      nodes.start(name);
    }
  }

  private GroupId create(String name) {
    CreateGroup request = new CreateGroup(VALIDITY_MILLIS, null);
    return nodes.client(name).post("/v1/groups", request, GroupCreated.class).group();
  }

  private String invite(String name, GroupId group) {
    return nodes
        .client(name)
        .post(
            "/v1/groups/" + group + "/invitations",
            new CreateInvitation(null),
            InvitationCreated.class)
        .link();
  }

  private void join(String name, String link) {
    join(name, link, 20_000);
  }

  private void join(String name, String link, long timeoutMillis) {
    nodes.client(name).post("/v1/join", new JoinGroup(link, timeoutMillis), GroupJoined.class);
  }

  private GroupView view(String name, GroupId group) {
    return nodes.client(name).get("/v1/groups/" + group, GroupView.class);
  }

  private NodeId idOf(String name, GroupId group) {
    return view(name, group).you();
  }

  private void awaitAttestations(String name, GroupId group, int count) {
    TestNodes.await(
        name + " sees " + count + " attestations",
        () -> view(name, group).attestations().size() == count);
  }
}
