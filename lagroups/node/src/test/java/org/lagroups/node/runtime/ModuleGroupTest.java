package org.lagroups.node.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.group.Contact;
import org.lagroups.core.group.JoinRequest;
import org.lagroups.core.group.JoinResult;
import org.lagroups.core.monitor.Monitor;
import org.lagroups.core.monitor.observe.Finding;
import org.lagroups.core.monitor.observe.ObservingMonitor;
import org.lagroups.core.monitor.observe.Steadiness;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.cli.Captured;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.node.process.NodeProcess;
import org.lagroups.node.state.Schema;
import org.lagroups.node.testing.TestNodes;

/** A module that has groups of its own, and its own opinion of their members. */
@Tag("network")
class ModuleGroupTest {

  private static final GroupSettings SETTINGS = GroupSettings.DEFAULT;
  private static final String CLUB = "club";
  private static final Bytes TOKEN = Bytes.fromHex("07".repeat(16));

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
  void makesGroupsLetsGuestsInAndJudgesThem() {
    ClubModule alice = new ClubModule();
    ClubModule bob = new ClubModule();
    NodeProcess host = nodes.start("alice", alice);
    NodeProcess guest = nodes.start("bob", bob);
    GroupId group =
        host.node().loop().call(() -> alice.services().belonging().create(CLUB, SETTINGS));
    host.node().loop().call(() -> alice.invite(group)).join();
    JoinRequest request =
        new JoinRequest(
            group,
            SETTINGS,
            List.of(new Contact(host.self(), alice.services().addresses())),
            TOKEN,
            20_000);
    JoinResult result =
        guest.node().loop().call(() -> bob.services().belonging().join(CLUB, request)).join();

    assertThat(result).isEqualTo(new JoinResult.Joined(group, host.self()));
    for (ClubModule module : List.of(alice, bob)) {
      assertThat(module.services().belonging().isFor(CLUB, group)).isTrue();
      assertThat(module.services().belonging().isFor("another", group)).isFalse();
    }
    assertThat(Captured.at(folder.resolve("alice"), "--json", "group", "list").json())
        .asString()
        .contains("\"owner\":\"club\"");
    TestNodes.await("alice vouches for bob", () -> vouches(host, group, guest.self()));

    host.node().loop().run(() -> alice.observe(guest.self(), false));
    TestNodes.await("alice no longer does", () -> !vouches(host, group, guest.self()));
    host.node().loop().run(() -> alice.observe(guest.self(), true));
    TestNodes.await("alice vouches for bob again", () -> vouches(host, group, guest.self()));

    guest.node().loop().run(() -> bob.services().belonging().leave(group));
    assertThat(guest.node().loop().call(() -> guest.node().groups().groups())).isEmpty();
  }

  @Test
  void aJoinThatFailsChangesNothingAboutWhoseAGroupIs() {
    ClubModule alice = new ClubModule();
    ClubModule bob = new ClubModule();
    NodeProcess host = nodes.start("alice", alice);
    NodeProcess guest = nodes.start("bob", bob);
    GroupId others =
        host.node().loop().call(() -> alice.services().belonging().create(CLUB, SETTINGS));
    GroupId own = guest.node().loop().call(() -> guest.node().membership().create(SETTINGS));
    List<Contact> hosts = List.of(new Contact(host.self(), alice.services().addresses()));
    JoinRequest uninvited = new JoinRequest(others, SETTINGS, hosts, TOKEN, 2_000);
    JoinRequest known = new JoinRequest(own, SETTINGS, hosts, TOKEN, 2_000);

    assertThat(
            guest.node().loop().call(() -> bob.services().belonging().join(CLUB, uninvited)).join())
        .isNotInstanceOf(JoinResult.Joined.class);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> guest.node().loop().call(() -> bob.services().belonging().join(CLUB, known)));

    for (GroupId group : List.of(others, own)) {
      assertThat(guest.node().loop().call(() -> guest.node().membership().owner(group))).isEmpty();
    }
  }

  private static boolean vouches(NodeProcess process, GroupId group, NodeId other) {
    return process
        .node()
        .loop()
        .call(() ->
            process.node().groups().attestsOut(group, process.self()).stream()
                .anyMatch(attested -> attested.node().equals(other)));
  }

  private static final class ClubModule implements NodeModule, OpenModule {

    private final ObservingMonitor<Boolean> manners =
        ObservingMonitor.ofEach(
            Steadiness.inARow(1, 1),
            isGood -> Finding.goodIf(isGood, ReasonCode.UNSPECIFIED, "has no manners"));

    private volatile @Nullable NodeServices services;

    @Override
    public String name() {
      return CLUB;
    }

    @Override
    public Schema schema() {
      return new Schema(CLUB, List.of());
    }

    @Override
    public OpenModule open(ModuleHost host) {
      return this;
    }

    @Override
    public Optional<Monitor> test() {
      return Optional.of(manners);
    }

    @Override
    public void start(NodeServices given) {
      services = given;
    }

    @Override
    public List<ApiRoute> routes() {
      return List.of();
    }

    NodeServices services() {
      return Objects.requireNonNull(services);
    }

    CompletableFuture<Void> invite(GroupId group) {
      return services().belonging().invite(group, TOKEN, System.currentTimeMillis() + 60_000);
    }

    void observe(NodeId node, boolean isGood) {
      manners.observe(node, isGood, System.nanoTime());
    }
  }
}
