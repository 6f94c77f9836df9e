package org.lagroups.desktop.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.desktop.Fx;
import org.lagroups.desktop.link.LinkState;
import org.lagroups.desktop.link.NodeLink;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.start.TokenFile;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.process.NodeOptions;
import org.lagroups.node.process.NodeProcess;
import org.lagroups.node.state.HomeFolder;

@Tag("network")
class TokenRunTest {

  @Test
  void aWrongTokenIsToldAndTheRightOneTakenOnceItIsThere(@TempDir Path folder) throws Exception {
    HomeFolder home = HomeFolder.at(folder);
    AtomicReference<String> token = new AtomicReference<>("0".repeat(64));
    AtomicReference<LinkState> state = new AtomicReference<>(new LinkState.Connecting());
    List<Problem> told = new CopyOnWriteArrayList<>();
    NodeOptions options =
        NodeOptions.standard()
            .withConfig(config -> config.withName("Alice").withListen("127.0.0.1", config.port()));
    try (var ui = Executors.newSingleThreadExecutor();
        NodeProcess node = NodeProcess.start(home, options)) {
      URI base = URI.create("http://127.0.0.1:" + node.controlPort());
      try (NodeLink link = new NodeLink(() -> ControlClient.at(base, token.get()), ui, told::add)) {
        ui.submit(() -> link.state().subscribe(state::set)).get();
        Fx.awaitHere("it is refused", () -> state.get() instanceof LinkState.Refused);
        assertThat(((LinkState.Refused) state.get()).message()).contains("token");
        token.set(Files.readString(home.controlToken()));
        Fx.awaitHere("it is taken", () -> state.get().isUp());
      }
    }
    assertThat(told).isEmpty();
  }

  @Test
  void aTokenThatWentWithItsNodeIsAwaited(@TempDir Path folder) throws Exception {
    HomeFolder home = HomeFolder.at(folder);
    AtomicReference<LinkState> state = new AtomicReference<>(new LinkState.Connecting());
    NodeOptions options =
        NodeOptions.standard().withConfig(config -> config.withListen("127.0.0.1", config.port()));
    NodeProcess node = NodeProcess.start(home, options);
    URI base = URI.create("http://127.0.0.1:" + node.controlPort());
    Supplier<ControlClient> clients =
        () -> ControlClient.at(base, TokenFile.read(home.controlToken()));
    try (var ui = Executors.newSingleThreadExecutor();
        NodeLink link = new NodeLink(clients, ui, told -> {})) {
      try (node) {
        ui.submit(() -> link.state().subscribe(state::set)).get();
        Fx.awaitHere("it is taken", () -> state.get().isUp());
      }
      Fx.awaitHere(
          "it is missed",
          () -> state.get() instanceof LinkState.Lost lost && lost.message().contains("no token"));
    }
  }
}
