package org.lagroups.desktop.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.desktop.FirstRunWindow;
import org.lagroups.desktop.Fx;
import org.lagroups.desktop.firstrun.OwnNode;
import org.lagroups.desktop.link.Answer;
import org.lagroups.desktop.link.Problem;
import org.lagroups.node.control.api.NodeInfo;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.control.client.ControlException;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.node.state.identity.Passphrase;

@Tag("network")
class EmbeddedNodeTest {

  private static final char[] NONE = {};

  @TempDir private Path folder;

  @Test
  void startsUnderANameStartsAgainUnderAnotherAndEndsWhenClosed() {
    HomeFolder home = new HomeFolder(folder.resolve("no/config"), folder.resolve("no/state"));
    EmbeddedNode node = new EmbeddedNode(home, Map.of(), Runnable::run);
    assertThat(node.isNew()).isTrue();
    assertThat(outcome(node.start("Alice", NONE))).isEqualTo(true);
    assertThat(name(home)).isEqualTo("Alice");
    assertThat(home.logFile()).content().contains("node started");
    assertThat(outcome(node.start("Bob", NONE))).isEqualTo(true);
    assertThat(name(home)).isEqualTo("Bob");
    node.close();
    node.close();
    assertThat(new EmbeddedNode(home, Map.of(), Runnable::run).isNew()).isFalse();
    assertThat(ends(home)).isTrue();
  }

  @Test
  void saysWhyItCannotStart() {
    HomeFolder home = HomeFolder.at(folder);
    try (EmbeddedNode second = new EmbeddedNode(home, Map.of(), Runnable::run)) {
      try (EmbeddedNode first =
          new EmbeddedNode(home, Map.of(Passphrase.VARIABLE, "secret"), Runnable::run)) {
        assertThat(code(first.start("x".repeat(65), NONE))).isEqualTo(OwnNode.CONFIG);
        assertThat(outcome(first.start("", NONE))).isEqualTo(true);
        assertThat(code(second.start("", NONE))).isEqualTo("in-use");
      }
      assertThat(code(second.start("", NONE))).isEqualTo(OwnNode.PASSPHRASE);
      assertThat(code(second.start("", "wrong".toCharArray()))).isEqualTo(OwnNode.PASSPHRASE);
      assertThat(outcome(second.start("", "secret".toCharArray()))).isEqualTo(true);
    }
  }

  @Test
  void theWindowLeadsFromNoNodeToOneWithAGroupAndAnInvitation() {
    try (FirstRunWindow window = new FirstRunWindow(HomeFolder.at(folder))) {
      Fx.screenshot(window.scene(), "first-run-name");
      Fx.run(() -> {
        Fx.find(window.scene(), "first-name", TextField.class).setText("Alice");
        Fx.find(window.scene(), "first-next", Button.class).fire();
      });
      Fx.await("the node runs", () -> window.scene().lookup("#first-invite") != null);
      Fx.run(() -> Fx.find(window.scene(), "first-invite", Button.class).fire());
      Fx.await(
          "there is a link",
          () -> !Fx.find(window.scene(), "first-invitation", TextField.class).getText().isEmpty());
      Fx.screenshot(window.scene(), "first-run-friends");
      Fx.run(() -> {
        Fx.find(window.scene(), "first-skip", Button.class).fire();
        Fx.find(window.scene(), "first-folder", TextField.class)
            .setText(folder.resolve("nowhere").toString());
        Fx.find(window.scene(), "first-share", Button.class).fire();
      });
      Fx.await("the folder is refused", () -> window.scene().lookup("#first-problem").isVisible());
      Fx.screenshot(window.scene(), "first-run-folder");
      Fx.run(() -> Fx.find(window.scene(), "first-skip", Button.class).fire());
      Fx.await(
          "the window is there",
          () ->
              Fx.find(window.scene(), "link-state", Label.class)
                  .getText()
                  .contains("Connected with Alice"));
    }
  }

  private static Object outcome(Answer<Boolean> answer) {
    CompletableFuture<Object> done = new CompletableFuture<>();
    answer.then(done::complete).otherwise(done::complete);
    return done.orTimeout(30, TimeUnit.SECONDS).join();
  }

  private static String code(Answer<Boolean> answer) {
    return outcome(answer) instanceof Problem problem ? problem.code() : "";
  }

  private static String name(HomeFolder home) {
    return ControlClient.of(home).get("/v1/node", NodeInfo.class).name();
  }

  private static boolean ends(HomeFolder home) {
    try {
      ControlClient.of(home).getText("/healthz");
      return false;
    } catch (ControlException e) {
      return e.code().equals(ControlException.NOT_RUNNING);
    }
  }
}
