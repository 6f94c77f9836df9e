package org.lagroups.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.machine.GroupId;
import org.lagroups.node.process.NodeProcess;
import org.lagroups.node.testing.TestNodes;
import tools.jackson.databind.JsonNode;

@Tag("network")
class GroupCommandsTest {

  @TempDir private Path folder;
  private TestNodes nodes;
  private NodeProcess bob;

  @BeforeEach
  void begin() {
    nodes = new TestNodes(folder);
    nodes.start("alice");
    bob = nodes.start("bob");
  }

  @AfterEach
  void end() {
    nodes.close();
  }

  @Test
  void formAGroupAsTheHelpSays() {
    Captured create = lag("alice", "group", "create", "--validity", "6");
    String group = create.out().strip();
    assertThat(GroupId.parse(group)).hasToString(group);
    assertThat(create.err()).contains("lag group invite");

    Captured invite = lag("alice", "group", "invite");
    assertThat(invite.out()).startsWith("lag:join:");
    assertThat(invite.err()).contains("For one friend");

    Captured join = lag("bob", "group", "join", invite.out().strip());
    assertThat(join.out()).contains("Joined " + group);
    assertThat(join.code()).isZero();
    awaitMembers("alice", 2);

    Captured show = lag("alice", "group", "show");
    assertThat(show.out())
        .contains("group " + group)
        .contains("2 members, 2 attestations, T_a 6 s")
        .contains("alice (you)")
        .contains("bob");
    assertThat(lag("bob", "group", "list").out()).contains(group);
    assertThat(lag("bob", "status").out()).contains("name       bob").contains("by this node");

    String prefix = group.substring(0, 8);
    assertThat(lag("bob", "graph", "paths", "me", "alice", "--group", prefix).out())
        .isEqualTo("bob to alice: only one path: bob > alice\n");
    assertThat(lag("bob", "group", "leave", "-g", prefix).out()).contains("Left " + group);
    assertThat(lag("bob", "group", "show").err()).contains("belongs to no group");
  }

  @Test
  void showWhoTheRobustMembersAre() {
    assertThat(lag("alice", "group", "create", "--robust", "some").code()).isEqualTo(2);
    lag("alice", "group", "create", "--validity", "6", "--robust", "1");
    lag("bob", "group", "join", lag("alice", "group", "invite").out().strip());
    TestNodes.await(
        "both are robust members",
        () -> lag("bob", "group", "members").out().contains("2 robust members at t = 1"));
    assertThat(lag("bob", "group", "members").out()).contains("rule 1").contains("assured");
    assertThat(lag("alice", "group", "show").out())
        .contains("2 robust members at t = 1, 2 of them assured");
    JsonNode json = lag("alice", "group", "show", "--json").json();
    assertThat(json.path("settings").path("robust").asString()).isEqualTo("1");
    assertThat(json.path("robust").path("basis").asString()).isEqualTo("static");

    CompletableFuture<Captured> watch =
        CompletableFuture.supplyAsync(() -> lag("alice", "group", "watch", "--count", "5"));
    TestNodes.await("the watcher listens", () -> nodes.isListenedTo("alice"));
    lag("alice", "group", "withdraw", "bob", "--reason", "bad-content");
    assertThat(watch.orTimeout(20, TimeUnit.SECONDS).join().out())
        .contains("bob is no robust member any more; attestations missing: ")
        .contains("alice for bob (withdrawn bad-content)");
  }

  @Test
  void showThatMembersAgreeOnWhoIsRobust() {
    lag("alice", "group", "create", "--validity", "6", "--robust", "third/1");
    assertThat(lag("alice", "group", "members").out()).contains("rule third/1");
    TestNodes.await(
        "alice agrees with itself",
        () ->
            lag("alice", "group", "members").out().contains("1 robust member at t = 0, assured; "));
    lag("bob", "group", "join", lag("alice", "group", "invite").out().strip());
    for (String name : List.of("alice", "bob")) {
      TestNodes.await(
          name + " goes by the view that both agreed on",
          () ->
              lag(name, "group", "members")
                  .out()
                  .contains("2 robust members at t = 1, 2 of them assured; agreed view 2"));
    }
    assertThat(lag("bob", "group", "list").out()).contains("third/1", "2 at t = 1, agreed view 2");
    assertThat(lag("bob", "status").out()).contains("third/1", "2 at t = 1, agreed view 2");
    JsonNode listed = lag("bob", "status", "--json").json().path("groups").path(0).path("robust");
    assertThat(listed.path("rule").asString()).isEqualTo("third/1");
    assertThat(listed.path("members").asInt()).isEqualTo(2);
    assertThat(nodes.client("bob").getText("/metrics"))
        .contains("lagroups_agreement_groups 1.0")
        .contains("lagroups_agreement_wanting 0.0")
        .containsPattern("lagroups_agreement_views_total [1-9]")
        .containsPattern("lagroups_agreement_messages_taken_total [1-9]")
        .contains("lagroups_agreement_messages_dropped_total{reason=\"over_budget\"} 0.0");
    bob.close();
    TestNodes.await(
        "alice says that nothing can be agreed",
        () -> lag("alice", "group", "show").out().contains("are out of reach, since"));
    JsonNode robust = lag("alice", "group", "show", "--json").json().path("robust");
    assertThat(robust.path("basis").asString()).isEqualTo("static-no-majority");
    assertThat(robust.path("view").asLong()).isEqualTo(2);
    assertThat(lag("alice", "group", "list").out()).contains("0 at t = 1, without agreement");
    assertThat(nodes.client("alice").getText("/metrics"))
        .contains("lagroups_agreement_wanting 1.0");
  }

  @Test
  void aGroupWithoutARuleHasNoRobustMembers() {
    String group = lag("alice", "group", "create").out().strip();
    assertThat(lag("alice", "group", "members").out())
        .isEqualTo("group " + group + " has no rule of robust membership\n");
    assertThat(lag("alice", "group", "show").out()).doesNotContain("robust");
  }

  @Test
  void withdrawAndAttestAgain() {
    formGroup();
    Captured withdraw =
        lag("alice", "group", "withdraw", "bob", "--reason", "bad-content", "--detail", "spam");
    assertThat(withdraw.out()).startsWith("No longer vouching for bob (n1");
    assertThat(lag("alice", "group", "show").out())
        .contains("withdrawn: ")
        .contains("bad-content spam");

    assertThat(lag("alice", "group", "unban", "n1").code()).isEqualTo(1);
    JsonNode ban = lag("alice", "group", "show", "--json").json().path("bans").path(0);
    Captured unban = lag("alice", "group", "unban", ban.path("node").asString());
    assertThat(unban.code()).isZero();
    awaitMembers("alice", 2);
    assertThat(lag("alice", "group", "attest", "bob").out()).contains("Vouching for bob");
  }

  @Test
  void askEveryGraphQuestionOfTheRunningGroup() throws IOException {
    formGroup();
    assertThat(lag("alice", "graph", "shortest", "me", "bob").out())
        .isEqualTo("alice to bob: cost 1: alice > bob\n");
    assertThat(lag("alice", "graph", "cut").out())
        .isEqualTo("none: everyone vouches for everyone\n");
    assertThat(lag("alice", "graph", "cut", "me", "bob").out())
        .isEqualTo("alice to bob: none, as alice vouches directly\n");
    assertThat(lag("alice", "graph", "scc", "bob").out()).startsWith("2: ");
    assertThat(lag("alice", "graph", "robust", "--t", "1").out())
        .startsWith("2 nodes are 1-robust");
    assertThat(lag("alice", "graph", "clustering").out())
        .startsWith("mean clustering coefficient: not defined");
    assertThat(lag("alice", "graph", "flow", "me", "bob", "--capacity", "one").out())
        .isEqualTo("alice to bob: 1, limited by alice > bob\n");
    assertThat(lag("alice", "graph", "flow", "me", "bob", "--capacity", "uptime").code()).isZero();
    assertThat(lag("alice", "graph", "explain", "--t", "1", "--without", "bob").out())
        .contains("nodes that alice reaches: 2\n  without bob: 1\n");
    Path pairs = Files.writeString(folder.resolve("pairs.csv"), "from,to\nalice,bob\nbob,me\n");
    assertThat(lag("alice", "graph", "paths", "--pairs", pairs.toString()).out())
        .isEqualTo(
            "alice to bob: only one path: alice > bob\nbob to alice: only one path: bob > alice\n");
    Path saved = folder.resolve("group.dot");
    assertThat(lag("alice", "graph", "convert", saved.toString()).out())
        .endsWith("group.dot: 2 nodes, 2 attestations\n");
    assertThat(Captured.run("graph", "scc", "--graph", saved.toString()).out()).startsWith("2: n1");
  }

  @Test
  void refuseAReasonThatThereIsNot() {
    formGroup();
    Captured failed = lag("alice", "group", "withdraw", "bob", "--reason", "ugly");

    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.err()).contains("no reason 'ugly'").contains("bad-content");
  }

  @Test
  void watchPrintsChangesAsTheyHappen() {
    lag("alice", "group", "create", "--validity", "6");
    CompletableFuture<Captured> watch =
        CompletableFuture.supplyAsync(
            () -> lag("alice", "group", "watch", "--count", "2", "--json"));
    TestNodes.await("the watcher listens", () -> nodes.isListenedTo("alice"));
    String link = lag("alice", "group", "invite").out().strip();
    lag("bob", "group", "join", link);

    Captured printed = watch.orTimeout(20, TimeUnit.SECONDS).join();
    assertThat(printed.code()).isZero();
    assertThat(printed.out().lines())
        .hasSize(2)
        .allMatch(line -> line.contains("\"type\":\"group."));
  }

  @Test
  void askWhichOfSeveralGroupsIsMeant() {
    lag("alice", "group", "create");
    lag("alice", "group", "create");

    Captured show = lag("alice", "group", "show");
    assertThat(show.code()).isEqualTo(1);
    assertThat(show.err()).contains("several groups").contains("--group");
    assertThat(lag("alice", "group", "show", "-g", "g1zzzz").err())
        .contains("no group begins with");
  }

  @Test
  void refuseSettingsThatNoGroupHasInTheUnitsThatWereTyped() {
    Captured zero = lag("alice", "group", "create", "--validity", "0");
    assertThat(zero.code()).isEqualTo(2);
    assertThat(zero.err()).contains("--validity is 1 to 86400, not 0");
    assertThat(lag("alice", "group", "create", "--max-members", "65").err())
        .contains("--max-members is 2 to 64, not 65");
  }

  @Test
  void inviteNobodyToAFullGroup() {
    lag("alice", "group", "create", "--validity", "6", "--max-members", "2");
    String second = lag("alice", "group", "invite").out().strip();
    lag("bob", "group", "join", second);
    awaitMembers("alice", 2);
    Captured invite = lag("alice", "group", "invite");
    assertThat(invite.code()).isEqualTo(1);
    assertThat(invite.err()).contains("the group has 2 members, and no room for more");
  }

  private void formGroup() {
    lag("alice", "group", "create", "--validity", "6");
    lag("bob", "group", "join", lag("alice", "group", "invite").out().strip());
    awaitMembers("alice", 2);
    awaitMembers("bob", 2);
  }

  private void awaitMembers(String name, int count) {
    TestNodes.await(
        name + " sees " + count + " members vouch for each other",
        () ->
            lag(name, "group", "show", "--json").json().path("attestations").size()
                == count * (count - 1));
  }

  private Captured lag(String name, String... args) {
    String[] all = new String[args.length + 2];
    all[0] = "--home";
    all[1] = nodes.home(name).state().toString();
    System.arraycopy(args, 0, all, 2, args.length);
    return Captured.run(all);
  }
}
