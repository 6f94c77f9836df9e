package org.lagroups.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.link.Samples;
import org.lagroups.desktop.link.ScriptedApi;
import org.lagroups.desktop.shell.LeavingModel.Busy;
import org.lagroups.fileshare.api.DownloadList;
import org.lagroups.multicast.api.CastList;

class LeavingModelTest {

  private final ScriptedApi api =
      new ScriptedApi()
          .answer("GET /v1/share/downloads", new DownloadList(List.of()))
          .answer("GET /v1/cast/streams", new CastList(List.of()));
  private final LeavingModel model = new LeavingModel(api);
  private final List<Busy> told = new ArrayList<>();

  @AfterEach
  void nothingIsHeld() {
    model.close();
    assertThat(api.held()).isZero();
    assertThat(api.unasked()).isEmpty();
  }

  @Test
  void countsWhatIsUnderWayAlone() {
    api.answer(
        "GET /v1/share/downloads",
        new DownloadList(
            List.of(Samples.download(1, "a", "running"), Samples.download(2, "b", "done"))));
    model.ask(told::add);
    api.deliver();
    assertThat(told).containsExactly(new Busy(1, 0));
  }

  @Test
  void aNodeThatRefusesOrDoesNotAnswerHoldsNobodyUp() {
    api.answer("GET /v1/share/downloads", new Problem("not-running", "no node", ""));
    api.answer("GET /v1/cast/streams", new Problem("not-running", "no node", ""));
    model.ask(told::add);
    model.ask(told::add);
    api.deliver();
    assertThat(told).containsExactly(new Busy(0, 0));
    model.ask(told::add);
    model.close();
    api.pass(Duration.ofSeconds(5));
    assertThat(told).hasSize(1);
  }
}
