package org.lagroups.desktop.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.lagroups.desktop.Fx;
import org.lagroups.desktop.files.VerdictModel.Verdict;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.link.ScriptedApi;
import org.lagroups.fileshare.api.GiveVerdict;
import org.lagroups.fileshare.api.VerdictList;

class VerdictModelTest {

  private static final String GIVE = "POST /v1/share/verdicts";

  private final ScriptedApi api = new ScriptedApi();
  private final AtomicInteger changes = new AtomicInteger();
  private final VerdictModel model = new VerdictModel(api, changes::incrementAndGet);

  VerdictModelTest() {
    model.show(ShareSamples.root(1), null);
  }

  @Test
  void isTakenOnlyOnceTheNodeHasIt() {
    api.answer(GIVE, new VerdictList(List.of()));
    model.give(false, " not what it says ");
    assertThat(model.busy().get()).isTrue();
    assertThat(model.verdict().get()).isEqualTo(Verdict.NONE);
    api.deliver();
    assertThat(model.verdict().get()).isEqualTo(Verdict.BAD);
    assertThat(api.requests().getLast().body())
        .isEqualTo(new GiveVerdict(ShareSamples.root(1), false, "not what it says"));
    assertThat(changes).hasValue(1);
  }

  @Test
  void canBeTakenBack() {
    model.show(ShareSamples.root(1), "bad");
    api.answer("DELETE /v1/share/verdicts/" + ShareSamples.root(1), new VerdictList(List.of()));
    model.undo();
    api.deliver();
    assertThat(model.verdict().get()).isEqualTo(Verdict.NONE);
  }

  @Test
  void aRefusalIsToldAndBelongsToItsFile() {
    api.answer(GIVE, new Problem("bad-reason", "at most 200 bytes", ""));
    model.give(false, "x".repeat(1_000));
    api.deliver();
    assertThat(Objects.requireNonNull(model.problem().get()).code()).isEqualTo("bad-reason");
    assertThat(model.verdict().get()).isEqualTo(Verdict.NONE);
    model.show(ShareSamples.root(2), "good");
    assertThat(model.problem().get()).isNull();
    assertThat(model.verdict().get()).isEqualTo(Verdict.GOOD);
    assertThat(api.unasked()).isEmpty();
  }

  @Test
  void whoGoesOnToAnotherFileIsStillToldThatItWasRefused() {
    api.answer(GIVE, new Problem("bad-reason", "at most 200 bytes", ""));
    model.give(false, "x");
    model.show(ShareSamples.root(2), null);
    api.deliver();
    assertThat(model.problem().get()).isNull();
    assertThat(api.unasked()).extracting(Problem::code).containsExactly("bad-reason");
  }

  @Test
  void aVerdictThatIsTakenLaterBelongsToItsFile() {
    api.answer(GIVE, new VerdictList(List.of()));
    model.give(false, "x");
    model.show(ShareSamples.root(2), "good");
    api.deliver();
    assertThat(model.verdict().get()).isEqualTo(Verdict.GOOD);
    assertThat(changes).hasValue(1);
  }

  @Test
  void aReasonThatWasTypedForOneFileIsNotGivenForTheNext() {
    try (VerdictBox box = Fx.ask(() -> new VerdictBox("verdict", model))) {
      Fx.run(() -> {
        TextField reason = (TextField) box.lookup("#verdict-reason");
        box.about("Bob");
        reason.setText("not what it says");
        box.about("Bob, Carol");
        assertThat(reason.getText()).isEqualTo("not what it says");
        model.show(ShareSamples.root(2), null);
        assertThat(reason.getText()).isEmpty();
      });
    }
  }
}
