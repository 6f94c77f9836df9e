package org.lagroups.desktop.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lagroups.desktop.files.ShareSamples;
import org.lagroups.desktop.link.LinkState;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.link.Samples;
import org.lagroups.desktop.link.ScriptedApi;
import org.lagroups.fileshare.api.BeginSearch;
import org.lagroups.fileshare.api.HitView;
import org.lagroups.node.control.api.Done;

class SearchModelTest {

  private static final String BEGIN = "POST /v1/share/searches";
  private static final Duration SOON = Duration.ofSeconds(1);

  private final ScriptedApi api =
      new ScriptedApi()
          .answer(BEGIN, ShareSamples.search(7, true, ShareSamples.many(3)))
          .answer("DELETE /v1/share/searches/7", new Done(true));

  @Test
  void whatIsTypedFastIsSearchedOnceWithTheLastWordAsABeginning() {
    try (SearchModel model = opened()) {
      for (String typed : List.of("p", "pa", "pap")) {
        model.words().set(typed);
        api.pass(Duration.ofMillis(100));
      }
      assertThat(api.count(BEGIN)).isZero();
      api.pass(SOON);
      assertThat(api.requests().getLast().body()).isEqualTo(new BeginSearch("pap*", null));
      assertThat(api.count(BEGIN)).isOne();
      assertThat(model.shown()).hasSize(3);
    }
  }

  @Test
  void resultsComeInWhileMembersAnswer() {
    api.answer(BEGIN, ShareSamples.search(7, false, ShareSamples.many(1)));
    api.answer(
        "GET /v1/share/searches/7?seen=1&wait=5000",
        ShareSamples.search(7, false, ShareSamples.many(2)));
    api.answer(
        "GET /v1/share/searches/7?seen=2&wait=5000",
        ShareSamples.search(7, true, ShareSamples.many(5)));
    try (SearchModel model = searched("paper")) {
      assertThat(model.shown()).hasSize(5);
      assertThat(Objects.requireNonNull(model.progress().get()).isDone()).isTrue();
      assertThat(api.held()).isZero(); // it asks no more
    }
  }

  @Test
  void anOlderSearchIsEndedWhenANewerBegins() {
    api.answer(BEGIN, ShareSamples.search(7, false, List.of()));
    api.answer(
        "GET /v1/share/searches/7?seen=0&wait=5000", ShareSamples.search(7, false, List.of()));
    try (SearchModel model = searched("paper")) {
      api.answer(BEGIN, ShareSamples.search(8, true, ShareSamples.many(1)));
      model.words().set("other");
      api.pass(SOON);
      assertThat(api.count("DELETE /v1/share/searches/7")).isOne();
      assertThat(model.shown()).hasSize(1);
    }
  }

  @Test
  void whatWasFoundBadOrIsNotVerifiedIsLeftOutIfWished() {
    api.answer(
        BEGIN,
        ShareSamples.search(
            7,
            true,
            List.of(
                ShareSamples.hit(1, "a", 1),
                ShareSamples.hit(2, "b", 2),
                ShareSamples.hit(3, "c", "text/plain", 3, "bad"),
                ShareSamples.own(4, "d"))));
    try (SearchModel model = searched("paper")) {
      assertThat(model.shown()).extracting(HitView::name).containsExactly("a", "b", "d");
      model.verifiedOnly().set(true);
      assertThat(model.shown()).extracting(HitView::name).containsExactly("b", "d");
      model.badToo().set(true);
      assertThat(model.shown()).extracting(HitView::name).containsExactly("b", "c", "d");
    }
  }

  @Test
  void aRefusalIsToldAndPutAwayByTheNextSearch() {
    api.answer(BEGIN, new Problem("bad-query", "too many words", "fewer"));
    try (SearchModel model = searched("paper")) {
      assertThat(Objects.requireNonNull(model.problem().get()).message())
          .isEqualTo("too many words");
      api.answer(BEGIN, ShareSamples.search(8, true, List.of()));
      model.words().set("pape");
      api.pass(SOON);
      assertThat(model.problem().get()).isNull();
    }
  }

  @Test
  void searchesAgainWhenTheNodeIsBack() {
    try (SearchModel model = searched("paper")) {
      api.become(new LinkState.Lost("gone", ""));
      assertThat(model.shown()).hasSize(3);
      api.become(new LinkState.Connected(Samples.node()));
      api.pass(SOON);
      assertThat(api.count(BEGIN)).isEqualTo(2);
    }
  }

  @Test
  void theLastSearchIsThereWhenOneComesBack() {
    api.answer("GET /v1/share/searches/last", ShareSamples.search(7, true, ShareSamples.many(2)));
    try (SearchModel model = opened()) {
      assertThat(model.words().get()).isEqualTo("paper");
      assertThat(model.shown()).hasSize(2);
      assertThat(api.count(BEGIN)).isZero();
    }
  }

  @Test
  void aRowKeepsItsPlaceWhenItIsReadAgain() {
    try (SearchModel model = searched("paper")) {
      api.answer(
          "GET /v1/share/searches/7?seen=0&wait=0",
          ShareSamples.search(
              7,
              true,
              List.of(
                  ShareSamples.many(3).get(0),
                  ShareSamples.hit(2, "paper 2.pdf", "application/pdf", 3, "good"),
                  ShareSamples.many(3).get(2))));
      HitView first = model.shown().getFirst();
      model.refresh();
      api.deliver();
      assertThat(model.shown().getFirst()).isSameAs(first);
      assertThat(model.shown().get(1).verdict()).isEqualTo("good");
    }
  }

  @Test
  void aHundredThousandResultsAreTakenInABatch() {
    try (SearchModel model = opened()) {
      model.take(ShareSamples.search(7, true, ShareSamples.many(100_000)));
      assertThat(model.shown()).hasSize(100_000);
      model.verifiedOnly().set(true);
      assertThat(model.shown()).hasSize(66_667);
    }
  }

  @Test
  void holdsNothingWhenItIsLeft() {
    api.answer(BEGIN, ShareSamples.search(7, false, List.of()));
    SearchModel model = searched("paper");
    model.words().set("more");
    model.close();
    api.pass(SOON);
    assertThat(api.held()).isZero();
    assertThat(api.unasked()).isEmpty();
    assertThat(api.count(BEGIN)).isOne();
  }

  private SearchModel opened() {
    SearchModel model = new SearchModel(api);
    api.deliver();
    return model;
  }

  private SearchModel searched(String words) {
    SearchModel model = opened();
    model.words().set(words);
    api.pass(SOON);
    return model;
  }
}
