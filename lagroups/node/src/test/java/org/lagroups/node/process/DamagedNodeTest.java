package org.lagroups.node.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.cli.Lag;
import org.lagroups.node.control.api.CreateGroup;
import org.lagroups.node.control.api.GroupCreated;
import org.lagroups.node.control.api.GroupList;
import org.lagroups.node.control.api.NodeInfo;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.node.testing.TestNodes;

/** A node process that is killed, and finds garbage where its database was. */
@Tag("network")
class DamagedNodeTest {

  @TempDir private Path folder;
  private Process process;

  @BeforeEach
  void begin() throws IOException {
    process = NodeProgram.start(folder);
  }

  @AfterEach
  void end() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Test
  void goesOnFromTheCopyAndThenFromNothingButItsIdentity() throws Exception {
    GroupId group =
        client().post("/v1/groups", new CreateGroup(null, null), GroupCreated.class).group();
    NodeId node = info().node();
    TestNodes.await("the group is in the copy", () -> groupsInCopy() == 1);
    kill();
    garble("state.db", "state.db-wal");

    process = NodeProgram.start(folder);
    assertThat(groups()).containsExactly(group);
    assertThat(info().node()).isEqualTo(node);
    assertThat(status()).contains("Warning", "state.db.damaged-", "goes on from the copy of");
    kill();
    garble("state.db", "state.db-wal", "state.db.copy");

    process = NodeProgram.start(folder);
    assertThat(groups()).isEmpty();
    assertThat(info().node()).isEqualTo(node);
    assertThat(info().warnings())
        .singleElement()
        .asString()
        .contains("state.db.copy.damaged-", "keeps its identity");
  }

  private String status() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    assertThat(Lag.run(Map.of(), stream, stream, "--home", folder.toString(), "status")).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  private void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  private void garble(String... names) throws IOException {
    for (String name : names) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        byte[] content = new byte[(int) Files.size(file)];
        Arrays.fill(content, (byte) 0xa5);
        Files.write(file, content);
      }
    }
  }

  private int groupsInCopy() {
    Path copy = folder.resolve("state.db.copy");
    if (!Files.exists(copy)) {
      return 0;
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM core_group")) {
      return row.getInt(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private List<GroupId> groups() {
    return client().get("/v1/groups", GroupList.class).groups().stream()
        .map(GroupList.GroupSummary::group)
        .toList();
  }

  private NodeInfo info() {
    return client().get("/v1/node", NodeInfo.class);
  }

  private ControlClient client() {
    return ControlClient.of(HomeFolder.at(folder));
  }
}
