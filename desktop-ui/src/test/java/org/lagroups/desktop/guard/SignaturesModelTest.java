package org.lagroups.desktop.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.lagroups.desktop.guard.SignaturesModel.Line;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.link.Samples;
import org.lagroups.desktop.link.ScriptedApi;
import org.lagroups.desktop.screen.Directory;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.wormguard.api.ChangeEntry;
import org.lagroups.wormguard.api.SignatureEvent;
import org.lagroups.wormguard.api.SignatureList;
import org.lagroups.wormguard.api.SignatureView;

class SignaturesModelTest {

  private static final String ENTRY = "PUT /v1/guard/rules/entry";

  private final ScriptedApi api =
      new ScriptedApi()
          .answer(
              GuardSamples.SIGNATURES,
              list(
                  GuardSamples.signature(1, "refuted", "refuted"),
                  GuardSamples.signature(2, "offered", "undecided"),
                  GuardSamples.signature(3, "enforced", "endorsed")))
          .answer(GuardSamples.RULES, GuardSamples.rules(false, List.of(GuardSamples.id(2))));
  private final SignatureWords words =
      new SignatureWords(Texts.of(GuardScreen.class), new Directory());

  @Test
  void whatBlocksComesFirst() {
    try (SignaturesModel model = new SignaturesModel(api)) {
      api.deliver();
      assertThat(model.rows().all())
          .extracting(line -> line.view().phase())
          .containsExactly("enforced", "offered", "refuted");
      assertThat(model.rows().all())
          .extracting(Line::isAllowed)
          .containsExactly(false, true, false);
      assertThat(words.state(model.rows().all().get(1)))
          .isEqualTo("Offered · 2 vouch for it, 3 are needed · let pass by you");
    }
    assertThat(api.held()).isZero();
    assertThat(api.unasked()).isEmpty();
  }

  @Test
  void theChoiceStaysWithItsSignatureWhereverThatMoves() {
    try (SignaturesModel model = new SignaturesModel(api)) {
      api.pass(Duration.ofSeconds(1));
      model.rows().choose(model.rows().keyOf(model.rows().all().get(1)));
      api.answer(
          GuardSamples.SIGNATURES,
          list(
              GuardSamples.signature(1, "endorsed", "endorsed"),
              GuardSamples.signature(2, "refuted", "refuted"),
              GuardSamples.signature(3, "lapsed", "endorsed"),
              GuardSamples.signature(4, "enforced", "endorsed")));
      api.pass(SignaturesModel.EVERY.plusSeconds(1));
      assertThat(Objects.requireNonNull(model.rows().chosen().get()).view().id())
          .isEqualTo(GuardSamples.id(2));
      api.answer(GuardSamples.SIGNATURES, list(GuardSamples.signature(3, "enforced", "endorsed")));
      api.pass(SignaturesModel.EVERY.plusSeconds(1));
      assertThat(Objects.requireNonNull(model.rows().chosen().get()).view().id())
          .isEqualTo(GuardSamples.id(3));
    }
  }

  @Test
  void changesInPlaceWhenAnEventComes() {
    try (SignaturesModel model = new SignaturesModel(api)) {
      api.pass(Duration.ofSeconds(1));
      List<String> changes = new ArrayList<>();
      ListChangeListener<Line> listener =
          change -> {
            while (change.next()) {
              changes.add(change.getFrom() + (change.wasReplaced() ? " replaced" : " moved"));
            }
          };
      model.rows().all().addListener(listener);
      api.answer(
          GuardSamples.SIGNATURES,
          list(
              GuardSamples.signature(1, "refuted", "refuted"),
              GuardSamples.signature(2, "endorsed", "endorsed"),
              GuardSamples.signature(3, "enforced", "endorsed")));
      api.tell(
          SignatureEvent.TYPE,
          new SignatureEvent(Samples.group(1), GuardSamples.id(2), "offered", "endorsed", 2, 3));
      api.deliver();
      assertThat(changes).contains("1 replaced").doesNotContain("0 moved");
    }
  }

  @Test
  void doesWhatThePersonDecidesAndShowsItAtOnce() {
    List<Object> sent = new ArrayList<>();
    api.answer(
        ENTRY,
        request -> {
          sent.add(Objects.requireNonNull(request.body()));
          return GuardSamples.rules(true, List.of());
        });
    try (SignaturesModel model = new SignaturesModel(api)) {
      api.deliver();
      Line first = model.rows().all().getFirst();
      List<Problem> refused = new ArrayList<>();
      model.tryOut(first, true, refused::add);
      model.tryOutAll(true, refused::add);
      model.allow(first, false, refused::add);
      api.deliver();
      assertThat(sent)
          .containsExactly(
              new ChangeEntry("dry-run", GuardSamples.id(3), true),
              new ChangeEntry("dry-run", "*", true),
              new ChangeEntry("allow", GuardSamples.id(3), false));
      assertThat(Objects.requireNonNull(model.rules().get()).isDryRun()).isTrue();
      assertThat(model.rows().all()).noneMatch(Line::isAllowed);
      assertThat(refused).isEmpty();
    }
  }

  @Test
  void aRefusalIsToldWhereItWasAsked() {
    Problem unknown = new Problem("not-offered", "the group does not know of it yet", "");
    api.answer("POST /v1/guard/signatures/" + GuardSamples.id(3) + "/withdraw", unknown);
    try (SignaturesModel model = new SignaturesModel(api)) {
      api.deliver();
      List<Problem> refused = new ArrayList<>();
      model.withdraw(
          model.rows().all().getFirst(),
          "x".repeat(500),
          () -> refused.add(new Problem("done", "", "")),
          refused::add);
      api.deliver();
      assertThat(refused).containsExactly(unknown);
      assertThat(api.unasked()).isEmpty();
    }
  }

  @Test
  void textsOfStrangersAreShortAndOnOneLine() {
    String hostile = "<b>\u202egnp\n" + "x".repeat(9_000);
    SignatureView view =
        GuardSamples.signature(9, "<i>odd</i>", "odd\u202e judgement", hostile, hostile);
    assertThat(words.title(view)).startsWith("Signature 0000");
    assertThat(SignatureWords.rule(view)).hasSizeLessThan(4_100).doesNotContain("\n", "\u202e");
    assertThat(words.judgement(view)).hasSizeLessThan(500).doesNotContain("\n", "\u202e");
    assertThat(words.meaning(view, 0)).isEmpty();
    SignatureView refuted = GuardSamples.signature(8, "refuted", "open");
    assertThat(words.refuter(refuted.refuters().getFirst(), 0)).doesNotContain("\n", "\u202e");
  }

  private static SignatureList list(SignatureView... views) {
    return new SignatureList(List.of(views));
  }
}
