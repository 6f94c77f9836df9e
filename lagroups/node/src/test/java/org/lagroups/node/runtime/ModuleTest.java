package org.lagroups.node.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.node.control.api.Done;
import org.lagroups.node.process.NodeProcess;
import org.lagroups.node.state.Schema;
import org.lagroups.node.state.Sql;
import org.lagroups.node.state.StateStore;
import org.lagroups.node.testing.TestNodes;

@Tag("network")
class ModuleTest {

  private static final ProtocolId PROTOCOL = new ProtocolId(200);
  private static final long LEAVING_MILLIS = 50;

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
  void bringsMachineRoutesTablesAndMetersIntoANode() {
    EchoModule alice = new EchoModule();
    EchoModule bob = new EchoModule();
    NodeProcess first = nodes.start("alice", alice);
    NodeProcess second = nodes.start("bob", bob);
    first.node().loop().run(() -> alice.machine().greet(second));
    TestNodes.await("bob hears alice", () -> bob.heard().contains("hello"));
    TestNodes.await("alice hears bob", () -> alice.heard().contains("hello back"));

    assertThat(nodes.client("bob").post("/v1/echo/note", null, Done.class)).isEqualTo(Done.DONE);
    assertThat(bob.notes()).containsExactly(1);
    assertThat(nodes.client("bob").getText("/metrics"))
        .containsPattern("lagroups_echo_heard_total [12]\\.0");
    assertThat(folder.resolve("bob/modules/echo")).isDirectory();
  }

  @Test
  void stopsNothingWhenItsMachineFails() {
    EchoModule alice = new EchoModule();
    EchoModule bob = new EchoModule();
    NodeProcess first = nodes.start("alice", alice);
    NodeProcess second = nodes.start("bob", bob);
    first.node().loop().run(() -> alice.machine().greet(second));
    TestNodes.await("bob hears alice", () -> bob.heard().contains("hello"));
    first.node().loop().run(() -> alice.machine().say(second.self(), "fail"));
    first.node().loop().run(() -> alice.machine().say(second.self(), "hello again"));

    TestNodes.await("bob goes on", () -> bob.heard().contains("hello again"));
    assertThat(nodes.client("bob").getText("/metrics"))
        .contains("lagroups_machine_failures_total{protocol=\"200\"} 1.0");
  }

  @Test
  void isStoppedAndClosedOnce() {
    EchoModule module = new EchoModule();
    NodeProcess process = nodes.start("alice", module);
    process.close();
    process.close();

    assertThat(module.endings()).containsExactly("leave", "stop", "close");
  }

  @Test
  void isStoppedOnceItHasTakenLeave() {
    EchoModule module = new EchoModule();
    module.takesLeaveWith(() -> module.endsSoon("left"));
    nodes.start("alice", module).close();

    assertThat(module.endings()).containsExactly("leave", "left", "stop", "close");
  }

  @Test
  void isStoppedEvenIfItCannotTakeLeave() {
    EchoModule module = new EchoModule();
    module.takesLeaveWith(() -> {
      throw new IllegalStateException("a fault that this test makes");
    });
    nodes.start("alice", module).close();

    assertThat(module.endings()).containsExactly("leave", "stop", "close");
  }

  private enum NoTimer {
    NONE
  }

  /** Answers, counts, and keeps what it hears; fails when told to. */
  private static final class EchoModule implements NodeModule {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<String> endings = new CopyOnWriteArrayList<>();
    private Supplier<CompletableFuture<Void>> leaving =
        () -> CompletableFuture.completedFuture(null);
    private @Nullable ModuleHost host;
    private @Nullable EchoMachine machine;

    @Override
    public String name() {
      return "echo";
    }

    @Override
    public Schema schema() {
      return new Schema("echo", List.of("CREATE TABLE echo_note (id INTEGER PRIMARY KEY)"));
    }

    @Override
    public OpenModule open(ModuleHost moduleHost) {
      host = moduleHost;
      return new OpenModule() {
        @Override
        public void start(NodeServices services) {
          machine =
              services.host(
                  PROTOCOL,
                  environment ->
                      new EchoMachine(
                          environment, heard, moduleHost.metrics().counter("lagroups_echo_heard")));
        }

        @Override
        public List<ApiRoute> routes() {
          return List.of(
              ApiRoute.post("/v1/echo/note", "Keeps a note.", Done.class, request -> note()));
        }

        @Override
        public CompletableFuture<Void> leave() {
          endings.add("leave");
          return leaving.get();
        }

        @Override
        public void stop() {
          endings.add("stop");
        }

        @Override
        public void close() {
          endings.add("close");
        }
      };
    }

    private Done note() {
      store().write(c -> Sql.update(c, "INSERT INTO echo_note DEFAULT VALUES")).join();
      return Done.DONE;
    }

    List<Integer> notes() {
      return store()
          .read(c -> Sql.query(c, "SELECT id FROM echo_note", row -> row.getInt(1)))
          .join();
    }

    void takesLeaveWith(Supplier<CompletableFuture<Void>> how) {
      leaving = how;
    }

    /** Done after a while in which the loop goes on. */
    CompletableFuture<Void> endsSoon(String word) {
      CompletableFuture<Void> end = new CompletableFuture<>();
      Objects.requireNonNull(host)
          .loop()
          .schedule(
              LEAVING_MILLIS,
              () -> {
                endings.add(word);
                end.complete(null);
              });
      return end;
    }

    List<String> heard() {
      return heard;
    }

    List<String> endings() {
      return endings;
    }

    EchoMachine machine() {
      return Objects.requireNonNull(machine);
    }

    private StateStore store() {
      return Objects.requireNonNull(host).store();
    }
  }

  private record EchoMachine(Environment<NoTimer> environment, List<String> heard, Counter counter)
      implements Machine<NoTimer> {

    void greet(NodeProcess peer) {
      environment.keepLink(peer.self(), peer.node().addresses());
    }

    void say(NodeId to, String text) {
      environment.send(
          to, Delivery.ORDERED, Bytes.wrapOwned(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void start() {}

    @Override
    public void onTimer(NoTimer timer) {}

    @Override
    public void onLinkUp(NodeId peer) {
      say(peer, "hello");
    }

    @Override
    public void onMessage(NodeId from, Bytes message) {
      String text = new String(message.toArray(), StandardCharsets.UTF_8);
      if (text.equals("fail")) {
        throw new IllegalStateException("told to fail");
      }
      heard.add(text);
      counter.increment();
      if (text.equals("hello")) {
        say(from, "hello back");
      }
    }
  }
}
