package org.lagroups.node.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.node.control.api.GroupList;
import org.lagroups.node.control.api.NodeInfo;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.control.client.ControlException;
import org.lagroups.node.runtime.ModuleHost;
import org.lagroups.node.runtime.NodeModule;
import org.lagroups.node.runtime.NodeServices;
import org.lagroups.node.runtime.OpenModule;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.node.state.OwnerFiles;
import org.lagroups.node.state.Schema;
import org.lagroups.node.state.StateException;
import org.lagroups.node.testing.TestGroup;
import org.lagroups.node.testing.TestNodes;

/** What goes wrong around a running node, and what it does about it. */
@Tag("network")
class TroubleTest {

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
  void goesOnWithAFullDiskAndConfirmsNothing() {
    FullDisk disk = new FullDisk();
    nodes.start("alice", disk);
    ControlClient alice = nodes.client("alice");
    TestGroup kept = TestGroup.create(nodes, "alice");
    disk.setFull(true);

    assertThatThrownBy(() -> inviteMany(kept))
        .isInstanceOfSatisfying(
            ControlException.class,
            e -> {
              assertThat(e.code()).isEqualTo("disk-full");
              assertThat(e.hint()).contains("free some space");
            });
    assertThat(alice.get("/v1/node", NodeInfo.class).warnings())
        .anyMatch(text -> text.contains("the disk is full"));
    assertThat(kept.view("alice").members()).hasSize(1);

    disk.setFull(false);
    TestNodes.await(
        "the warning goes", () -> alice.get("/v1/node", NodeInfo.class).warnings().isEmpty());
    List<GroupList.GroupSummary> before = alice.get("/v1/groups", GroupList.class).groups();
    nodes.close();
    nodes = new TestNodes(folder);
    nodes.start("alice", new FullDisk());
    assertThat(nodes.client("alice").get("/v1/groups", GroupList.class).groups())
        .extracting(GroupList.GroupSummary::group)
        .containsExactlyElementsOf(before.stream().map(GroupList.GroupSummary::group).toList());
  }

  @Test
  void keepsItsGroupsWhenTheDatabaseIsDamaged() throws IOException {
    NodeProcess first = nodes.start("alice");
    TestGroup group = TestGroup.create(nodes, "alice");
    first.close();
    Files.write(nodes.home("alice").database(), new byte[20_000]);

    nodes.start("alice");
    assertThat(nodes.client("alice").get("/v1/groups", GroupList.class).groups())
        .extracting(GroupList.GroupSummary::group)
        .containsExactly(group.id());
    assertThat(nodes.client("alice").get("/v1/node", NodeInfo.class).warnings())
        .singleElement()
        .asString()
        .contains("state.db.damaged-", "goes on from the copy of", "seconds before this start");
  }

  @Test
  void keepsItsIdentityWhenTheDatabaseAndItsCopyAreDamaged() throws IOException {
    NodeProcess first = nodes.start("alice");
    NodeId node = first.self();
    TestGroup.create(nodes, "alice");
    first.close();
    Path database = nodes.home("alice").database();
    Files.write(database, new byte[20_000]);
    Files.write(database.resolveSibling("state.db.copy"), new byte[20_000]);

    NodeProcess second = nodes.start("alice");
    assertThat(second.self()).isEqualTo(node);
    assertThat(nodes.client("alice").get("/v1/node", NodeInfo.class).warnings())
        .singleElement()
        .asString()
        .contains("state.db.damaged-")
        .contains("new invitation");
  }

  @Test
  void leavesNothingOpenWhenItCannotStart() throws IOException {
    HomeFolder home = nodes.home("alice");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      OwnerFiles.createFolder(home.config());
      Files.writeString(home.configFile(), "[control]\nport = " + taken.getLocalPort() + "\n");

      assertThatThrownBy(() -> nodes.start("alice"))
          .isInstanceOfSatisfying(
              StateException.class,
              e -> {
                assertThat(e.kind()).isEqualTo(StateException.Kind.IN_USE);
                assertThat(e).hasMessageContaining("port " + taken.getLocalPort());
                assertThat(e.hint()).contains("control.port");
              });
    }
    nodes.start("alice");
  }

  @Test
  void saysThatItCannotListenThere() throws IOException {
    HomeFolder home = nodes.home("alice");
    OwnerFiles.createFolder(home.config());
    Files.writeString(home.configFile(), "[network]\nlisten = \"192.0.2.1\"\n");
    NodeOptions options = NodeOptions.standard().withModules(List.of());

    assertThatThrownBy(() -> NodeProcess.start(home, options))
        .isInstanceOf(StateException.class)
        .hasMessageContaining("192.0.2.1")
        .extracting(e -> ((StateException) e).hint())
        .asString()
        .contains("network.listen");
  }

  @Test
  void hasNoSessionWithWhomItsSettingsDeny() throws IOException {
    NodeProcess alice = nodes.start("alice");
    HomeFolder bob = nodes.home("bob");
    OwnerFiles.createFolder(bob.config());
    Files.writeString(bob.configFile(), "[network]\ndeny = [\"" + alice.self() + "\"]\n");
    nodes.start("bob");
    TestGroup group = TestGroup.create(nodes, "alice");
    String link = group.invite("alice");

    assertThatThrownBy(() -> group.join("bob", link, 1_000))
        .isInstanceOfSatisfying(
            ControlException.class, e -> assertThat(e.code()).isEqualTo("not-reached"));
    assertThat(nodes.client("alice").get("/v1/node", NodeInfo.class).sessions()).isZero();
  }

  private static void inviteMany(TestGroup group) {
    for (int i = 0; i < 500; i++) {
      group.invite("alice");
    }
  }

  /** Lets the database's disk be full at will. */
  private static final class FullDisk implements NodeModule {

    private @Nullable ModuleHost host;

    void setFull(boolean full) {
      Objects.requireNonNull(host)
          .store()
          .read(connection -> {
            try (Statement statement = connection.createStatement()) {
              return statement.execute("PRAGMA max_page_count = " + (full ? 1 : 1_000_000));
            }
          })
          .join();
    }

    @Override
    public String name() {
      return "fulldisk";
    }

    @Override
    public Schema schema() {
      return new Schema("fulldisk", List.of());
    }

    @Override
    public OpenModule open(ModuleHost moduleHost) {
      host = moduleHost;
      return new OpenModule() {
        @Override
        public void start(NodeServices services) {}

        @Override
        public List<ApiRoute> routes() {
          return List.of();
        }
      };
    }
  }
}
