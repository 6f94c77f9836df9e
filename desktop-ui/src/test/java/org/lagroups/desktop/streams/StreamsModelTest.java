package org.lagroups.desktop.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.link.Samples;
import org.lagroups.desktop.link.ScriptedApi;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.desktop.streams.StreamsModel.Line;
import org.lagroups.multicast.api.BeginReceiving;
import org.lagroups.multicast.api.CastCounters;
import org.lagroups.multicast.api.CastPlace;
import org.lagroups.multicast.api.CastTop;
import org.lagroups.multicast.api.CastView;

class StreamsModelTest {

  private static final String TOP = "GET /v1/cast/top";

  private final ScriptedApi api = new ScriptedApi().answer(TOP, top(view("s1", "Film", 10)));
  private final Texts texts = Texts.of(StreamsModel.class);

  @Test
  void followsAStreamInPlaceSoThatItStaysChosen() {
    try (StreamsModel model = new StreamsModel(api)) {
      api.deliver();
      List<String> changes = new ArrayList<>();
      model
          .rows()
          .all()
          .addListener(
              (ListChangeListener<Line>)
                  change -> {
                    while (change.next()) {
                      changes.add(change.wasReplaced() ? "replaced" : "moved");
                    }
                  });
      api.answer(TOP, top(view("s1", "Film", 20), view("s2", "Other", 0)));
      api.pass(Duration.ofSeconds(2));
      assertThat(model.rows().all()).hasSize(2);
      assertThat(model.rows().all().getFirst().view().doneBytes()).isEqualTo(20);
      assertThat(changes).containsExactly("replaced", "moved");
    }
    assertThat(api.held()).isZero();
  }

  @Test
  void titlesOfStrangersAreOnOneLineAndShort() {
    String hostile = "<b>\u202egnp.exe\n" + "x".repeat(10_000);
    String shown = StreamWords.title(texts, view("s1", hostile, 0));
    assertThat(shown).startsWith("<b>\uFFFDgnp.exe\uFFFD").hasSizeLessThan(70);
    assertThat(StreamWords.title(texts, view("s1", " ", 0))).isEqualTo("Stream s1");
  }

  @Test
  void aRefusalIsToldToWhoeverAsked() {
    api.answer("POST /v1/cast/received", new Problem("bad-link", "that is no link", "copy it"));
    try (StreamsModel model = new StreamsModel(api)) {
      List<Problem> refused = new ArrayList<>();
      model.receive(new BeginReceiving("x", List.of("/tmp/a"), null, null), _ -> {}, refused::add);
      api.deliver();
      assertThat(refused).extracting(Problem::message).containsExactly("that is no link");
      assertThat(api.unasked()).isEmpty();
    }
  }

  @Test
  void aPlayerIsOpenedOnceAsSoonAsThereIsSomethingToPlay() {
    CastView before = watched("opening", "http://127.0.0.1:0/");
    api.answer("POST /v1/cast/received", before);
    try (StreamsModel model = new StreamsModel(api)) {
      List<URI> played = new ArrayList<>();
      List<CastView> begun = new ArrayList<>();
      model.watch("lag:cast:x", played::add, begun::add, _ -> {});
      api.answer(TOP, top(view("s1", "Film", 10), before));
      api.pass(StreamsModel.EVERY.multipliedBy(2));
      assertThat(begun).containsExactly(before);
      assertThat(Objects.requireNonNull(model.rows().chosen().get()).view()).isEqualTo(before);
      assertThat(played).isEmpty();
      api.answer(TOP, top(view("s1", "Film", 10), watched("running", "http://127.0.0.1:4711/")));
      api.pass(StreamsModel.EVERY.multipliedBy(5));
      assertThat(played).containsExactly(URI.create("http://127.0.0.1:4711/"));
    }
  }

  @Test
  void theTreeHasTheSourceOnTopAndChildrenBelowThisNode() {
    CastPlace place =
        new CastPlace(
            "s1",
            2,
            List.of(Samples.id(3), Samples.id(2)),
            List.of(new CastPlace.Flow(Samples.id(3), 4), new CastPlace.Flow(Samples.id(7), 1)),
            List.of(new CastPlace.Child(Samples.id(5), 9, 20, true, List.of(Samples.id(6)))),
            10,
            9,
            List.of(),
            CastCounters.NONE);
    Line line = new Line(Samples.id(1), view("s1", "Film", 0), place);
    assertThat(TreeRow.of(line))
        .containsExactly(
            new TreeRow(0, Samples.id(2), TreeRow.Kind.SOURCE, -1, -1),
            new TreeRow(1, Samples.id(3), TreeRow.Kind.ABOVE, 4, -1),
            new TreeRow(2, Samples.id(1), TreeRow.Kind.SELF, -1, -1),
            new TreeRow(3, Samples.id(5), TreeRow.Kind.CHILD_APART, 9, 20),
            new TreeRow(4, Samples.id(6), TreeRow.Kind.GRANDCHILD, -1, -1),
            new TreeRow(2, Samples.id(7), TreeRow.Kind.SIBLING, 1, -1));
    assertThat(StreamWords.bound(texts, line)).contains("90%", "10.0 Mbit/s");
  }

  private static CastTop top(CastView... views) {
    return new CastTop(Samples.id(1), 0, List.of(views), List.of());
  }

  private static CastView watched(String phase, String place) {
    return view("s2", "Match", phase, 0, place);
  }

  private static CastView view(String stream, @Nullable String title, long done) {
    return view(stream, title, "running", done, "/tmp/film.ts");
  }

  private static CastView view(
      String stream, @Nullable String title, String phase, long done, String place) {
    return new CastView(
        stream,
        CastView.RECEIVES,
        "file",
        title,
        phase,
        Samples.id(2),
        null,
        100L,
        done,
        List.of(),
        List.of(place),
        0,
        List.of(),
        0,
        CastCounters.NONE,
        List.of(),
        null,
        null);
  }
}
