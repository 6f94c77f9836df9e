package org.lagroups.desktop.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.desktop.Fx;
import org.lagroups.desktop.screen.Place;
import org.lagroups.multicast.api.BeginReceiving;
import org.lagroups.multicast.api.BeginSending;
import org.lagroups.multicast.api.CastView;
import org.lagroups.node.control.client.ControlClient;

@Tag("network")
class StreamsRunTest {

  private static final int BYTES = 3_000_000;

  @Test
  void sendsAFileWhoseLinkAFriendReceivesIt(@TempDir Path folder) throws IOException {
    Path film = film(folder, 1);
    Path copy = folder.resolve("copy.ts");
    try (WindowRun run = new WindowRun(folder)) {
      run.start("Bob");
      run.go(Place.STREAMS);
      run.press("streams-send");
      run.type("send-input", folder.resolve("absent.ts").toString());
      run.press("send-do");
      run.awaitText("send-refusal", "absent.ts");
      run.type("send-input", film.toString());
      run.type("send-title", "Summer");
      run.press("send-do");
      run.awaitText("stream-title", "Summer");
      String link =
          Fx.ask(() -> ((TextField) Objects.requireNonNull(run.find("stream-link"))).getText());
      CastView begun =
          ControlClient.of(run.home("Bob"))
              .post(
                  "/v1/cast/received",
                  new BeginReceiving(link, List.of(copy.toString()), null, null),
                  CastView.class);
      WindowRun.await("Bob has it", () -> Files.exists(copy));
      run.awaitText("stream-bound", "of the children");
      run.screenshot("streams-send");
      assertThat(copy).hasSameBinaryContentAs(film);
      assertThat(begun.role()).isEqualTo(CastView.RECEIVES);
      run.press("stream-end");
      Fx.await(
          "it is put away",
          () ->
              Objects.requireNonNull(run.find("streams-list")).isVisible()
                  && !Objects.requireNonNull(run.find("stream-title")).getParent().isVisible());
    }
  }

  @Test
  void receivesAFileByItsLinkAndShowsWhereItIs(@TempDir Path folder) throws IOException {
    Path film = film(folder, 2);
    Path copy = folder.resolve("kept.ts");
    try (WindowRun run = new WindowRun(folder)) {
      run.start("Bob");
      CastView sent =
          ControlClient.of(run.home("Bob"))
              .post(
                  "/v1/cast/sent",
                  new BeginSending(film.toString(), "Winter", null, null, null),
                  CastView.class);
      run.go(Place.STREAMS);
      run.press("streams-receive");
      run.type("receive-link", "no link at all");
      run.press("receive-do");
      run.awaitText("receive-refusal", "link");
      run.type("receive-link", Objects.requireNonNull(sent.link()));
      Fx.run(
          () -> ((RadioButton) Objects.requireNonNull(run.find("receive-keep"))).setSelected(true));
      run.type("receive-file", copy.toString());
      run.press("receive-do");
      run.awaitText("stream-state", "Done");
      run.screenshot("streams-receive");
      assertThat(copy).hasSameBinaryContentAs(film);
      run.press("stream-open");
      assertThat(run.opened()).containsExactly(copy.toString());
    }
  }

  @Test
  void watchesAStreamInAPlayerThatIsOpenedByItself(@TempDir Path folder) throws Exception {
    Path film = film(folder, 3);
    try (WindowRun run = new WindowRun(folder);
        HttpClient player = HttpClient.newHttpClient()) {
      run.start("Bob");
      CastView sent =
          ControlClient.of(run.home("Bob"))
              .post(
                  "/v1/cast/sent",
                  new BeginSending(film.toString(), "Spring", null, null, null),
                  CastView.class);
      run.go(Place.STREAMS);
      run.press("streams-receive");
      run.type("receive-link", Objects.requireNonNull(sent.link()));
      run.press("receive-do");
      WindowRun.await("a player is opened", () -> !run.opened().isEmpty());
      URI address = URI.create(run.opened().getFirst());
      HttpResponse<byte[]> played =
          player.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
      assertThat(played.body()).isEqualTo(Files.readAllBytes(film));
      run.awaitText("stream-state", "Done");
      run.screenshot("streams-watch");
      assertThat(run.opened()).hasSize(1);
    }
  }

  private static Path film(Path folder, long seed) throws IOException {
    byte[] content = new byte[BYTES];
    new Random(seed).nextBytes(content);
    return Files.write(folder.resolve("film.ts"), content);
  }
}
