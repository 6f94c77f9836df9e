package org.lagroups.desktop.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.desktop.Fx;
import org.lagroups.desktop.screen.Place;
import org.lagroups.machine.GroupId;
import org.lagroups.node.cli.Captured;
import org.lagroups.node.control.api.CreateInvitation;
import org.lagroups.node.control.api.GroupList;
import org.lagroups.node.control.api.GroupPast;
import org.lagroups.node.control.api.InvitationCreated;
import org.lagroups.node.control.client.ControlClient;

@Tag("network")
class PeopleRunTest {

  @Test
  void invitesAFriendWithdrawsAndAttestsAgain(@TempDir Path folder) {
    try (WindowRun run = new WindowRun(folder)) {
      run.start("Bob");
      run.go(Place.PEOPLE);
      run.press("people-create");
      run.press("create-go");
      run.press("people-invite");
      run.press("invite-make");
      Fx.await("the link is there", () -> run.find("invite-link") instanceof TextArea);
      String link =
          Fx.ask(() -> ((TextArea) Objects.requireNonNull(run.find("invite-link"))).getText());
      run.screenshot("people-invitation");
      run.press("invite-end");
      run.lag("Bob", "group", "join", link);
      awaitNames(run, List.of("Alice", "Bob"));
      Captured again = Captured.at(folder.resolve("Bob"), "group", "join", link);
      assertThat(again.code()).as("good once").isNotZero();
      choose(run, 1);
      run.awaitText("people-by", "Alice");
      run.press("people-ban");
      run.type("ban-detail", "not who it says");
      run.press("ban-go");
      WindowRun.await("Alice attests no more", () -> attestations(run, "Alice") == 0);
      choose(run, 1);
      run.press("people-attest");
      WindowRun.await("both attest again", () -> attestations(run, "Bob") == 2);
      assertThat(past(run))
          .contains(GroupPast.ENTERED, GroupPast.ATTESTED, GroupPast.LOST)
          .endsWith(GroupPast.ATTESTED);
      Fx.run(() ->
          ((TabPane) Objects.requireNonNull(run.find("people-tabs")))
              .getSelectionModel()
              .select(1));
      run.press("people-mark");
      choose(run, 0);
      run.press("people-mark");
      Fx.await(
          "the path is found", () -> Fx.words(run.find("people-findings")).contains("One path"));
      run.screenshot("people-attests");
    }
  }

  @Test
  void joinsByAPastedLinkAndSaysWhatIsWrongWithOne(@TempDir Path folder) {
    try (WindowRun run = new WindowRun(folder)) {
      run.start("Bob");
      run.lag("Bob", "group", "create");
      String link = run.lag("Bob", "group", "invite").out().strip();
      run.go(Place.PEOPLE);
      run.press("people-join");
      run.type("join-link", "no link at all");
      run.press("join-go");
      run.awaitText("join-refused", "link");
      run.screenshot("people-join-refused");
      run.type("join-link", expired(run));
      run.press("join-go");
      run.awaitText("join-refused", "expired");
      run.screenshot("people-join-expired");
      assertThat(run.lag("Alice", "--json", "group", "list").json().path("groups")).isEmpty();
      run.type("join-link", link);
      run.press("join-go");
      awaitNames(run, List.of("Alice", "Bob"));
      WindowRun.await("both attest", () -> attestations(run, "Alice") == 2);
      run.screenshot("people-joined");
    }
  }

  /** What has changed, as a window that is opened now hears. */
  private static List<String> past(WindowRun run) {
    ControlClient alice = ControlClient.of(run.home(WindowRun.OWN));
    GroupId group = alice.get("/v1/groups", GroupList.class).groups().getFirst().group();
    return alice.get("/v1/groups/" + group + "/past", GroupPast.class).changes().stream()
        .map(GroupPast.Change::what)
        .toList();
  }

  /** An invitation of Bob's that was good for a second. */
  private static String expired(WindowRun run) {
    ControlClient bob = ControlClient.of(run.home("Bob"));
    GroupId group = bob.get("/v1/groups", GroupList.class).groups().getFirst().group();
    InvitationCreated made =
        bob.post(
            "/v1/groups/" + group + "/invitations",
            new CreateInvitation(1L),
            InvitationCreated.class);
    WindowRun.await(
        "it has expired", () -> System.currentTimeMillis() > made.expiresMillis() + 100);
    return made.link();
  }

  private static int attestations(WindowRun run, String node) {
    return run.lag(node, "--json", "group", "show").json().path("attestations").size();
  }

  private static void awaitNames(WindowRun run, List<String> names) {
    Fx.await("all of " + names + " are listed", () -> names(run).containsAll(names));
  }

  private static List<String> names(WindowRun run) {
    return lines(run).stream().map(Object::toString).map(PeopleRunTest::name).toList();
  }

  /** By its row: one that was banned is no member any more, and told by its ID. */
  private static void choose(WindowRun run, int row) {
    Fx.await("there is one", () -> lines(run).size() > row);
    Fx.run(() ->
        ((ListView<?>) Objects.requireNonNull(run.find("people-list")))
            .getSelectionModel()
            .select(row));
  }

  private static List<?> lines(WindowRun run) {
    return run.find("people-list") instanceof ListView<?> list
        ? List.copyOf(list.getItems())
        : List.of();
  }

  /** A line tells its name as a record does. */
  private static String name(String line) {
    return line.replaceFirst(".*, name=([^,]*),.*", "$1");
  }
}
