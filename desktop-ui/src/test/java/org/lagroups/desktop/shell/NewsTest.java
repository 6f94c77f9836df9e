package org.lagroups.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.RobustRule;
import org.lagroups.desktop.link.Samples;
import org.lagroups.desktop.link.ScriptedApi;
import org.lagroups.desktop.screen.Directory;
import org.lagroups.desktop.screen.Notices;
import org.lagroups.desktop.screen.Notices.Notice;
import org.lagroups.fileshare.api.DownloadList;
import org.lagroups.node.control.ApiEvent;
import org.lagroups.node.control.api.GroupEvents;
import org.lagroups.node.control.api.GroupList;
import org.lagroups.node.control.api.GroupList.GroupSummary;
import org.lagroups.node.control.api.GroupView;
import org.lagroups.node.control.api.GroupView.EquivocatorView;
import org.lagroups.node.control.api.GroupView.MemberView;
import org.lagroups.node.control.api.RobustView;
import org.lagroups.node.control.api.RobustView.RobustNode;
import org.lagroups.wormguard.api.SignatureEvent;
import org.lagroups.wormguard.api.SignatureList;
import org.lagroups.wormguard.api.SignatureView;

class NewsTest {

  private static final String SIGNATURES = "GET /v1/guard/signatures";
  private static final String VIEW = "GET /v1/groups/" + Samples.group(1);
  private static final String GROUP = "You, Node 2\uFFFD and Node 3\uFFFD";
  private static final Duration SOON = Duration.ofSeconds(2);

  private final ScriptedApi api =
      new ScriptedApi()
          .answer("GET /v1/share/downloads", downloads("done", "running"))
          .answer(
              "GET /v1/groups",
              new GroupList(
                  List.of(
                      new GroupSummary(
                          Samples.group(1),
                          3,
                          2,
                          60_000,
                          view(List.of(), List.of()).robust().summary(),
                          ""))));
  private final Notices notices = new Notices();

  @Test
  void tellsThatADownloadHasEndedButNotOfThoseThatHadBefore() {
    try (News _ = new News(api, notices, new Directory())) {
      api.pass(Duration.ofSeconds(1));
      assertThat(notices.all()).isEmpty();
      api.answer("GET /v1/share/downloads", downloads("done", "done"));
      api.tell("share.progress", Map.of());
      api.pass(Duration.ofSeconds(1));
      assertThat(notices.all())
          .extracting(Notice::message)
          .containsExactly("Downloaded: file\uFFFD1");
    }
    assertThat(api.held()).isZero();
  }

  @Test
  void tellsOfThisNodesOwnStandingAlone() {
    try (News _ = new News(api, notices, new Directory())) {
      group(List.of(1, 2), List.of());
      group(List.of(1), List.of());
      assertThat(notices.all()).isEmpty();
      group(List.of(), List.of());
      assertThat(messages())
          .containsExactly("This node is no robust member any more (" + GROUP + ").");
    }
  }

  @Test
  void tellsWhoIsProvenToLieByTheNameThatItHas() {
    try (News _ = new News(api, notices, new Directory())) {
      group(List.of(), List.of(2));
      assertThat(notices.all()).isEmpty();
      group(List.of(), List.of(2, 3));
      assertThat(messages())
          .containsExactly(
              "Node 3\uFFFD is proven to have said two things at once (" + GROUP + ")");
    }
  }

  @Test
  void tellsWhenASignatureBecomesEnforcedAndWhenItNoLongerIs() {
    try (News _ = new News(api, notices, new Directory())) {
      signatures("endorsed", "enforced");
      assertThat(notices.all()).isEmpty();
      signatures("enforced", "enforced");
      signatures("lapsed", "refuted");
      signatures("offered", "refuted");
      assertThat(messages())
          .containsExactly(
              "A signature was refuted: worm 1",
              "A signature is no longer enforced: worm 0",
              "A signature is enforced now: worm 0");
    }
  }

  @Test
  void whatHappenedWhileEventsWereMissedIsToldAfterwards() {
    try (News _ = new News(api, notices, new Directory())) {
      signatures("endorsed");
      group(List.of(1), List.of());
      api.answer(SIGNATURES, list("enforced"));
      api.answer(VIEW, view(List.of(), List.of(3)));
      api.tell(ApiEvent.GAP, Map.of());
      api.pass(SOON);
      assertThat(notices.all()).hasSize(3);
      api.tell(ApiEvent.GAP, Map.of());
      api.pass(SOON);
      assertThat(notices.all()).as("once").hasSize(3).allMatch(one -> one.times() == 1);
    }
    assertThat(api.held()).isZero();
  }

  private List<String> messages() {
    return notices.all().stream().map(Notice::message).toList();
  }

  /** The signatures are in these phases now. */
  private void signatures(String... phases) {
    api.answer(SIGNATURES, list(phases));
    api.tell(
        SignatureEvent.TYPE, new SignatureEvent(Samples.group(1), "s", "offered", "offered", 1, 3));
    api.pass(SOON);
  }

  /** These are the robust members of the group now, and these were proven to lie. */
  private void group(List<Integer> robust, List<Integer> liars) {
    api.answer(VIEW, view(robust, liars));
    api.tell(
        GroupEvents.ROBUST_LEFT,
        Map.of("group", "g1", "node", Samples.id(9).toString(), "missing", List.of()));
    api.pass(SOON);
  }

  private static GroupView view(List<Integer> robust, List<Integer> liars) {
    return new GroupView(
        Samples.group(1),
        Samples.id(1),
        GroupSettings.DEFAULT,
        IntStream.rangeClosed(1, 3)
            .mapToObj(i -> new MemberView(Samples.id(i), "Node " + i + "\n", List.of(), true, ""))
            .toList(),
        List.of(),
        new RobustView(
            new RobustRule.Static(2),
            "static",
            0,
            null,
            2,
            robust.stream().map(i -> new RobustNode(Samples.id(i), true, true, 2, 2)).toList()),
        List.of(),
        List.of(),
        liars.stream().map(i -> new EquivocatorView(Samples.id(i), 1, "", "", "", "")).toList());
  }

  private static SignatureList list(String... phases) {
    return new SignatureList(
        IntStream.range(0, phases.length).mapToObj(i -> signature(i, phases[i])).toList());
  }

  private static SignatureView signature(int number, String phase) {
    return new SignatureView(
        Samples.group(1),
        "s" + number,
        Samples.id(2),
        phase,
        3,
        2,
        0,
        false,
        "endorsed",
        "",
        0,
        "drop tcp any any -> any 445 (msg:\"worm %d\"; sid:1;)".formatted(number),
        "",
        0,
        0,
        0,
        List.of(),
        List.of());
  }

  private static DownloadList downloads(String... phases) {
    return new DownloadList(
        IntStream.range(0, phases.length)
            .mapToObj(i -> Samples.download(i, "file\n" + i, phases[i]))
            .toList());
  }
}
