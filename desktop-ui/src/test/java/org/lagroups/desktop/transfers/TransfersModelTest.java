package org.lagroups.desktop.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lagroups.desktop.files.ShareSamples;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.link.ScriptedApi;
import org.lagroups.fileshare.api.DownloadList;
import org.lagroups.fileshare.api.DownloadView;
import org.lagroups.node.control.api.Done;

class TransfersModelTest {

  private static final String DOWNLOADS = "/v1/share/downloads";
  private static final Duration SOON = Duration.ofSeconds(1);

  private final DownloadView done = ShareSamples.download(1, "a.pdf", "done", 4_000_000, null);
  private final DownloadView running = ShareSamples.download(2, "b.pdf", "running", 10, null);
  private final ScriptedApi api =
      new ScriptedApi().answer("GET " + DOWNLOADS, new DownloadList(List.of(running, done)));

  @Test
  void followsEachInItsRowAndPutsWhatIsNewOnTop() {
    try (TransfersModel model = opened()) {
      DownloadView before = model.downloads().get(1);
      DownloadView later = ShareSamples.download(3, "c.pdf", "opening", 0, null);
      DownloadView further = ShareSamples.download(2, "b.pdf", "running", 20, null);
      api.answer("GET " + DOWNLOADS, new DownloadList(List.of(later, further, done)));
      api.tell("share.progress", new Done(true));
      api.pass(SOON);
      assertThat(model.downloads()).containsExactly(later, further, done);
      assertThat(model.downloads().get(2)).isSameAs(before);
      api.answer("GET " + DOWNLOADS, new DownloadList(List.of(further)));
      api.tell("share.progress", new Done(true));
      api.pass(SOON);
      assertThat(model.downloads()).containsExactly(further);
    }
  }

  @Test
  void stopsGoesOnAndGivesUp() {
    api.answer("POST " + DOWNLOADS + "/2/pause", running)
        .answer("POST " + DOWNLOADS + "/2/resume", running)
        .answer("DELETE " + DOWNLOADS + "/2", new Done(true));
    try (TransfersModel model = opened()) {
      model.pause(running);
      model.resume(running);
      model.cancel(running);
      api.pass(SOON);
      assertThat(model.problem().get()).isNull();
      assertThat(api.count("DELETE " + DOWNLOADS + "/2")).isOne();
    }
  }

  @Test
  void takesAsManyAsANodeKeeps() {
    List<DownloadView> many =
        IntStream.range(0, 1_000)
            .mapToObj(i -> ShareSamples.download(i, "file " + i, "done", 4_000_000, null))
            .toList();
    api.answer("GET " + DOWNLOADS, new DownloadList(many));
    try (TransfersModel model = opened()) {
      assertThat(model.downloads()).hasSize(1_000);
    }
  }

  @Test
  void aRefusalIsToldHereAndNothingIsHeldWhenItIsLeft() {
    api.answer("POST " + DOWNLOADS + "/2/pause", new Problem("no-such-download", "gone", ""));
    TransfersModel model = opened();
    model.pause(running);
    api.pass(SOON);
    assertThat(Objects.requireNonNull(model.problem().get()).message()).isEqualTo("gone");
    model.close();
    api.pass(Duration.ofSeconds(10));
    assertThat(api.held()).isZero();
    assertThat(api.unasked()).isEmpty();
  }

  private TransfersModel opened() {
    TransfersModel model = new TransfersModel(api);
    api.pass(SOON);
    return model;
  }
}
