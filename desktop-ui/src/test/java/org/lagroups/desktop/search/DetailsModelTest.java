package org.lagroups.desktop.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.lagroups.desktop.files.ShareSamples;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.link.Samples;
import org.lagroups.desktop.link.ScriptedApi;
import org.lagroups.fileshare.api.BeginDownload;
import org.lagroups.fileshare.api.HitView;
import org.lagroups.fileshare.api.VerificationView;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.Done;
import org.lagroups.node.control.api.GraphAnswer.Paths;

class DetailsModelTest {

  private static final Duration SOON = Duration.ofSeconds(1);
  private static final HitView HIT = ShareSamples.hit(1, "paper.pdf", 2);

  private final NodeId self = Samples.id(1);
  private final NodeId carol = Samples.id(3);
  private final ScriptedApi api =
      new ScriptedApi()
          .answer(
              "GET /v1/groups/%s/paths?to=%s".formatted(ShareSamples.GROUP, HIT.publisher()),
              new Paths(
                  self.toString(),
                  HIT.publisher().toString(),
                  2,
                  List.of(
                      List.of(self.toString(), HIT.publisher().toString()),
                      List.of(self.toString(), carol.toString(), HIT.publisher().toString())),
                  null));

  private final List<HitView> confirmed = new ArrayList<>();

  @Test
  void drawsThePathsByIdsWhereNamesAreNotKnown() {
    try (DetailsModel model = shown()) {
      assertThat(model.lanes()).hasSize(2);
      assertThat(model.lanes().get(0).names()).isEmpty();
      assertThat(model.lanes().get(1).names()).hasSize(1);
    }
  }

  @Test
  void whoGoesOnToAnotherResultIsStillToldThatAFolderWasRefused() {
    api.answer("POST /v1/share/downloads", new Problem("no-folder", "no such folder", ""));
    try (DetailsModel model = shown()) {
      model.fetch("/typo", () -> {});
      model.show(ShareSamples.hit(2, "other.pdf", 2));
      api.deliver();
      assertThat(model.problem().get()).isNull();
      assertThat(api.unasked()).extracting(Problem::code).containsExactly("no-folder");
    }
  }

  @Test
  void aDownloadThatWasBegunForAnotherResultIsNotShownAtThisOne() {
    api.answer("POST /v1/share/downloads", Samples.download(1, "paper.pdf", "running"));
    try (DetailsModel model = shown()) {
      List<String> taken = new ArrayList<>();
      model.fetch("/home/a", () -> taken.add("/home/a"));
      model.show(ShareSamples.hit(2, "other.pdf", 2));
      api.deliver();
      assertThat(taken).containsExactly("/home/a");
      assertThat(model.download().get()).isNull();
    }
    assertThat(api.held()).isZero();
  }

  @Test
  void asksNothingAboutResultsThatOneOnlyPasses() {
    try (DetailsModel model = new DetailsModel(api, confirmed::add)) {
      for (int i = 1; i <= 50; i++) {
        model.show(ShareSamples.hit(i, "paper", 2));
      }
      api.pass(SOON);
      assertThat(api.requests()).hasSize(2); // the paths and the names of the last
    }
  }

  @Test
  void whatACheckBringsIsDrawnInsteadAndNamesOfStrangersAreMadeSafe() {
    api.answer(
        "POST /v1/share/verifications",
        new VerificationView(
            HIT.group(),
            HIT.root(),
            HIT.name(),
            HIT.publisher(),
            "Bob",
            2,
            1,
            "too-few",
            List.of(
                new VerificationView.RouteView(
                    List.of(self, carol, HIT.publisher()),
                    List.of("me", "Ca\u202erol\n", "Bob"),
                    "altered",
                    "")),
            null));
    try (DetailsModel model = shown()) {
      model.check();
      assertThat(model.checking().get()).isTrue();
      api.deliver();
      assertThat(model.checking().get()).isFalse();
      assertThat(model.lanes()).containsExactly(new Lane(List.of("Ca\uFFFDrol\uFFFD"), "altered"));
      assertThat(confirmed).containsExactly(HIT.with(new HitView.Confirmed(1, 1)));
    }
  }

  @Test
  void followsADownloadUntilOneGoesOn() {
    String download = "/v1/share/downloads";
    api.answer("POST " + download, ShareSamples.download(1, "paper.pdf", "running", 0, null));
    api.answer(
        "GET " + download + "/1", ShareSamples.download(1, "paper.pdf", "done", 4_000_000, null));
    try (DetailsModel model = shown()) {
      List<String> taken = new ArrayList<>();
      model.fetch("/home/alice", () -> taken.add("/home/alice"));
      api.pass(SOON);
      assertThat(api.requests())
          .anyMatch(one -> new BeginDownload(HIT.root(), "/home/alice").equals(one.body()));
      assertThat(taken).as("the folder was good").isNotEmpty();
      assertThat(Objects.requireNonNull(model.download().get()).phase()).isEqualTo("done");
      model.show(ShareSamples.hit(2, "other", 1));
      assertThat(model.download().get()).isNull();
    }
    assertThat(api.held()).isZero();
  }

  @Test
  void aRefusalIsToldHereAndNothingIsHeldWhenItIsLeft() {
    api.answer("POST /v1/share/downloads", new Problem("no-folder", "there is no folder", "make"));
    DetailsModel model = shown();
    model.fetch("/nowhere", Assertions::fail);
    api.deliver();
    assertThat(Objects.requireNonNull(model.problem().get()).code()).isEqualTo("no-folder");
    model.close();
    api.tell("share.progress", new Done(true));
    api.pass(SOON);
    assertThat(api.held()).isZero();
    assertThat(api.unasked()).isEmpty();
  }

  private DetailsModel shown() {
    DetailsModel model = new DetailsModel(api, confirmed::add);
    model.show(HIT);
    api.pass(SOON);
    return model;
  }
}
