package org.lagroups.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lagroups.desktop.link.LinkState;
import org.lagroups.desktop.link.Samples;
import org.lagroups.desktop.link.ScriptedApi;
import org.lagroups.desktop.screen.Notices;
import org.lagroups.desktop.screen.Notices.Notice;
import org.lagroups.fileshare.api.DownloadList;
import org.lagroups.node.control.ApiEvent;
import org.lagroups.node.control.api.GroupEvents;
import org.lagroups.wormguard.api.SignatureEvent;

class NewsTest {

  private final ScriptedApi api =
      new ScriptedApi().answer("GET /v1/share/downloads", downloads("done", "running"));
  private final Notices notices = new Notices();

  @Test
  void tellsThatADownloadHasEndedButNotOfThoseThatHadBefore() {
    try (News _ = new News(api, notices)) {
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
    try (News _ = new News(api, notices)) {
      api.become(new LinkState.Connected(Samples.node()));
      api.tell(GroupEvents.ROBUST_LEFT, robustLeft(2));
      assertThat(notices.all()).isEmpty();
      api.tell(GroupEvents.ROBUST_LEFT, robustLeft(1));
      assertThat(notices.all()).hasSize(1);
    }
  }

  @Test
  void aGapIsNoNews() {
    try (News _ = new News(api, notices)) {
      api.tell(ApiEvent.GAP, Map.of());
      api.pass(Duration.ofSeconds(1));
      assertThat(notices.all()).isEmpty();
    }
  }

  @Test
  void tellsWhenASignatureBecomesEnforcedAndWhenItNoLongerIs() {
    try (News _ = new News(api, notices)) {
      api.tell(SignatureEvent.TYPE, signature("endorsed", "enforced"));
      api.tell(SignatureEvent.TYPE, signature("enforced", "lapsed"));
      api.tell(SignatureEvent.TYPE, signature("lapsed", "offered"));
      assertThat(notices.all())
          .extracting(Notice::message)
          .containsExactly(
              "A signature is no longer enforced: s1", "A signature is enforced now: s1");
    }
  }

  @Test
  void anotherEndorserOfAnEnforcedSignatureIsNoNews() {
    try (News _ = new News(api, notices)) {
      api.tell(SignatureEvent.TYPE, signature("enforced", "enforced"));
      api.tell(SignatureEvent.TYPE, signature("refuted", "refuted"));
      assertThat(notices.all()).isEmpty();
    }
  }

  private static SignatureEvent signature(String before, String phase) {
    return new SignatureEvent(Samples.group(1), "s1", before, phase, 3, 3);
  }

  private static Map<String, Object> robustLeft(int node) {
    return Map.of("group", "g1", "node", Samples.id(node).toString(), "missing", List.of());
  }

  private static DownloadList downloads(String... phases) {
    return new DownloadList(
        IntStream.range(0, phases.length)
            .mapToObj(i -> Samples.download(i, "file\n" + i, phases[i]))
            .toList());
  }
}
