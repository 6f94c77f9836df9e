package org.lagroups.desktop.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.lagroups.desktop.FirstRunWindow;
import org.lagroups.desktop.Fx;
import org.lagroups.desktop.screen.Place;
import org.lagroups.desktop.screen.WindowSettings.Appearance;
import org.lagroups.fileshare.api.HitView;
import org.lagroups.multicast.api.BeginReceiving;
import org.lagroups.multicast.api.BeginSending;
import org.lagroups.multicast.api.CastUplink;
import org.lagroups.multicast.api.CastView;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.state.HomeFolder;

/** Takes the pictures of docs/DESKTOP.md; {@code ./lag tour} runs it. */
@Tag("network")
@EnabledIfSystemProperty(named = "lag.tour", matches = ".+")
class TourTest {

  /** Names are seen in the pictures. */
  private static final class ShortName implements TempDirFactory {

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension)
        throws IOException {
      return Files.createTempDirectory("tour");
    }
  }

  private static final long MOST_BYTES = 150_000;

  /** Who may not watch an interface keeps the picture of the gateway that there is. */
  private static final boolean WATCHES = "root".equals(System.getProperty("user.name"));

  private static final List<String> FRIENDS = List.of("Bob", "Carol", "Dave", "Erin");

  private final Path pictures = Path.of(System.getProperty("lag.tour", ""));

  @Test
  void showsTheFirstStepOfAFirstRun(@TempDir(factory = ShortName.class) Path folder) {
    try (FirstRunWindow window = new FirstRunWindow(HomeFolder.at(folder))) {
      keep(Fx.screenshot(window.scene(), "tour-first-run"), "first-run");
    }
  }

  @Test
  void showsEveryPlaceWithSomethingInIt(@TempDir(factory = ShortName.class) Path folder)
      throws IOException {
    Path fetched = Files.createDirectories(folder.resolve("Downloads"));
    try (WindowRun run = new WindowRun(folder)) {
      run.befriend(FRIENDS.toArray(String[]::new));
      share(run, "Bob", "group photo at the lake.jpg", "group talk.mp3", "group therapy.pdf");
      share(run, "Carol", "our group in the mountains.jpg", "group song.flac");
      share(run, WindowRun.OWN, "reading group, notes.txt", "group picture.png");

      search(run, fetched);
      run.go(Place.TRANSFERS);
      run.press("transfers-reveal");
      take(run, "transfers");
      run.press("notice-clear");
      run.go(Place.LIBRARY);
      Fx.await(
          "it is read",
          () ->
              Objects.requireNonNull(run.find("library-folders")).lookupAll(".list-cell").stream()
                  .anyMatch(cell -> String.valueOf(cell.getAccessibleText()).contains("2 files")));
      take(run, "library");
      people(run);
      guard(run, folder);
      streams(run, folder); // which make groups of their own
      if (WATCHES) {
        gateway(run, folder);
      }
      run.go(Place.HOME);
      Fx.await(
          "all vouch", () -> Fx.words(run.find("home-groups")).contains("4 members vouch for you"));
      take(run, "home");
      dark(run, true);
      take(run, "home-dark");
      dark(run, false);
      run.go(Place.SETTINGS);
      Fx.await("they are there", () -> run.find("settings-share-verify-paths") != null);
      take(run, "settings");
    }
  }

  private void search(WindowRun run, Path fetched) {
    run.go(Place.SEARCH);
    run.type("search-words", "group");
    Fx.await("they are found", () -> table(run).getItems().size() >= 7);
    Fx.run(() -> {
      TableView<?> table = table(run);
      int friends = 0;
      while (table.getItems().get(friends) instanceof HitView hit && hit.own()) {
        friends++;
      }
      table.getSelectionModel().select(friends);
    });
    run.press("search-check");
    run.awaitText("search-checked", "Confirmed");
    run.type("search-folder", fetched.toString());
    take(run, "search");
    Fx.run(() -> run.settings().scale().set(1.5));
    take(run, "search-large");
    Fx.run(() -> run.settings().scale().set(1));
    run.press("search-fetch");
    run.awaitText("search-progress", "Saved as");
  }

  private void people(WindowRun run) {
    run.go(Place.PEOPLE);
    Fx.await(
        "all are listed",
        () ->
            run.find("people-list") instanceof ListView<?> list
                && list.getItems().size() == FRIENDS.size() + 1);
    choose(run, 1);
    run.awaitText("people-name", "Bob");
    take(run, "friends");
    run.press("people-invite");
    run.press("invite-make");
    Fx.await("the link is there", () -> run.find("invite-link") != null);
    take(run, "invitation");
    run.press("invite-end");
    Fx.run(() ->
        ((TabPane) Objects.requireNonNull(run.find("people-tabs"))).getSelectionModel().select(1));
    run.press("people-mark");
    choose(run, FRIENDS.size());
    run.press("people-mark");
    Fx.await("paths", () -> Fx.words(run.find("people-findings")).contains("→"));
    Instant still = Instant.now().plusSeconds(3);
    WindowRun.await("the dots have found their places", () -> Instant.now().isAfter(still));
    take(run, "graph");
    dark(run, true);
    take(run, "graph-dark");
    dark(run, false);
  }

  private static void choose(WindowRun run, int row) {
    Fx.run(() ->
        ((ListView<?>) Objects.requireNonNull(run.find("people-list")))
            .getSelectionModel()
            .select(row));
  }

  private void streams(WindowRun run, Path folder) throws IOException {
    Path film = Files.write(folder.resolve("Summer.ts"), bytes(200_000_000));
    // So that it is still under way when the picture is taken.
    control(run, WindowRun.OWN).put("/v1/cast/uplink", new CastUplink(40), CastUplink.class);
    CastView sent =
        control(run, WindowRun.OWN)
            .post(
                "/v1/cast/sent",
                new BeginSending(film.toString(), "Summer by the lake", null, null, null),
                CastView.class);
    for (String name : FRIENDS.subList(0, 3)) {
      Path copy = folder.resolve(name + ".ts");
      control(run, name)
          .post(
              "/v1/cast/received",
              new BeginReceiving(
                  Objects.requireNonNull(sent.link()), List.of(copy.toString()), null, null),
              CastView.class);
    }
    run.go(Place.STREAMS);
    Fx.run(() ->
        ((ListView<?>) Objects.requireNonNull(run.find("streams-list")))
            .getSelectionModel()
            .selectFirst());
    run.awaitText("stream-bound", "of the children");
    take(run, "streams");
  }

  private void guard(WindowRun run, Path folder) throws IOException {
    MadeUpWorm worm = new MadeUpWorm();
    worm.giveOrdinaryTraffic(run, WindowRun.OWN);
    FRIENDS.forEach(name -> worm.giveOrdinaryTraffic(run, name));
    worm.offer(run, "Bob", folder);
    run.go(Place.GUARD);
    run.awaitText("guard-state", "Enforced");
    take(run, "guard");
    run.press("guard-see-evidence");
    Fx.await("it is there", () -> run.find("guard-evidence-lines") != null);
    take(run, "evidence");
    run.press("guard-evidence-close");
  }

  private void gateway(WindowRun run, Path folder) throws IOException {
    Path rules = Files.writeString(folder.resolve("own.rules"), MadeUpWorm.RULE + "\n");
    run.go(Place.GUARD);
    Fx.run(() ->
        ((TabPane) Objects.requireNonNull(run.find("guard-tabs"))).getSelectionModel().select(1));
    Process gateway = GuardRunTest.gateway(run, rules);
    try {
      run.awaitText("guard-doing", "One rule");
      Instant over = Instant.now().plusSeconds(12);
      Fx.awaitHere(
          "the charts have run for a while",
          () -> GuardRunTest.send() && Instant.now().isAfter(over));
      take(run, "gateway");
    } finally {
      gateway.destroy();
    }
  }

  private void take(WindowRun run, String name) {
    keep(run.screenshot("tour-" + name), name);
  }

  private void keep(Path taken, String name) {
    Path kept = pictures.resolve(name + ".png");
    try {
      Files.createDirectories(pictures);
      Files.copy(taken, kept, StandardCopyOption.REPLACE_EXISTING);
      assertThat(Files.size(kept)).as(kept + " in bytes").isLessThan(MOST_BYTES);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void dark(WindowRun run, boolean isDark) {
    Fx.run(() -> run.settings().appearance().set(isDark ? Appearance.DARK : Appearance.LIGHT));
  }

  private static ControlClient control(WindowRun run, String name) {
    return ControlClient.of(run.home(name));
  }

  private static TableView<?> table(WindowRun run) {
    return (TableView<?>) Objects.requireNonNull(run.find("search-hits"));
  }

  private void share(WindowRun run, String name, String... files) throws IOException {
    Path folder = Files.createDirectories(run.home(name).state().resolveSibling(name + " shares"));
    for (String file : files) {
      Files.write(folder.resolve(file), bytes(100_000 * file.length()));
    }
    run.lag(name, "share", "add", folder.toString());
  }

  private static byte[] bytes(int count) {
    byte[] content = new byte[count];
    new Random(count).nextBytes(content);
    return content;
  }
}
