package org.lagroups.desktop.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.desktop.home.WorkModel.Kind;
import org.lagroups.desktop.home.WorkModel.Work;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.link.Samples;
import org.lagroups.desktop.link.ScriptedApi;
import org.lagroups.fileshare.api.DownloadList;

class WorkModelTest {

  private final ScriptedApi api = new ScriptedApi();

  @Test
  void countsWhatRunsAndAddsUpItsRate() {
    api.answer(
        "GET /v1/share/downloads",
        new DownloadList(
            List.of(
                Samples.download(1, "a", "running"),
                Samples.download(2, "b", "running"),
                Samples.download(3, "c", "done"))));
    try (WorkModel model = new WorkModel(api)) {
      api.deliver();
      assertThat(model.all()).containsExactly(new Work(Kind.DOWNLOADS, 2, 2_000));
    }
  }

  @Test
  void aNodeWithoutApplicationsDoesNothingAndThatIsNoProblem() {
    api.answer("GET /v1/cast/streams", new Problem("not-found", "no such path", ""));
    WorkModel model = new WorkModel(api);
    api.pass(Duration.ofSeconds(20));
    assertThat(model.all()).isEmpty();
    assertThat(api.unasked()).isEmpty();
    model.close();
    assertThat(api.held()).isZero();
  }
}
