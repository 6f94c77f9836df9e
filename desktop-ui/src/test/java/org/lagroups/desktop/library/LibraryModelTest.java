package org.lagroups.desktop.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.lagroups.desktop.files.ShareSamples;
import org.lagroups.desktop.link.LinkState;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.link.Samples;
import org.lagroups.desktop.link.ScriptedApi;
import org.lagroups.fileshare.api.AddFolder;
import org.lagroups.fileshare.api.FolderList;
import org.lagroups.fileshare.api.FolderView;
import org.lagroups.node.control.api.Done;
import org.lagroups.node.control.api.GroupList;

class LibraryModelTest {

  private static final String FOLDERS = "/v1/share/folders";
  private static final Duration SOON = Duration.ofSeconds(1);

  private final FolderView first = ShareSamples.folder(1, "/home/alice/papers", "ready");
  private final ScriptedApi api =
      new ScriptedApi()
          .answer("GET /v1/groups", new GroupList(List.of()))
          .answer("GET " + FOLDERS, new FolderList(List.of(first)));

  @Test
  void followsAFolderWhileItIsTakenIn() {
    try (LibraryModel model = opened()) {
      assertThat(model.known().get()).isTrue();
      FolderView hashing = ShareSamples.folder(2, "/home/alice/films", "hashing");
      api.answer("GET " + FOLDERS, new FolderList(List.of(first, hashing)));
      api.tell("share.folder", new Done(true));
      api.pass(SOON);
      assertThat(model.folders()).containsExactly(first, hashing);
    }
  }

  @Test
  void thousandsOfEventsLeadToFewReadings() {
    try (LibraryModel model = opened()) {
      long before = api.count("GET " + FOLDERS);
      for (int i = 0; i < 5_000; i++) {
        api.tell("share.folder", new Done(true));
      }
      api.pass(SOON);
      assertThat(api.count("GET " + FOLDERS) - before).isLessThan(6);
      assertThat(model.folders()).hasSize(1);
    }
  }

  @Test
  void addsWithAGroupRemovesAndLooksAgain() {
    api.answer("POST " + FOLDERS, first)
        .answer("DELETE " + FOLDERS + "/1", new Done(true))
        .answer("POST /v1/share/rescan", new Done(true));
    try (LibraryModel model = opened()) {
      model.add("/home/alice/papers", ShareSamples.GROUP, () -> {});
      assertThat(api.requests().getLast().body())
          .isEqualTo(new AddFolder("/home/alice/papers", List.of(ShareSamples.GROUP)));
      model.remove(first);
      model.rescan();
      api.answer("GET " + FOLDERS, new FolderList(List.of()));
      api.pass(SOON);
      assertThat(model.folders()).isEmpty();
      assertThat(model.problem().get()).isNull();
    }
  }

  @Test
  void aRefusalIsToldWhereOneLooks() {
    api.answer("POST " + FOLDERS, new Problem("no-folder", "not a folder: /x", "share a folder"));
    try (LibraryModel model = opened()) {
      AtomicBoolean isAdded = new AtomicBoolean();
      model.add("/x", null, () -> isAdded.set(true));
      api.deliver();
      assertThat(Objects.requireNonNull(model.problem().get()).code()).isEqualTo("no-folder");
      assertThat(isAdded).isFalse();
    }
    assertThat(api.unasked()).isEmpty();
  }

  @Test
  void aRefusalThatComesAfterThePlaceWasLeftBecomesANotice() {
    api.answer("POST " + FOLDERS, new Problem("no-folder", "not a folder: /x", "share a folder"));
    LibraryModel model = opened();
    model.add("/x", null, () -> {});
    model.close();
    api.deliver();
    assertThat(api.unasked()).extracting(Problem::code).containsExactly("no-folder");
  }

  @Test
  void ofManyFoldersOneIsSharedAfterTheOtherAndEachRefusalIsTold() {
    api.answer("POST " + FOLDERS, new Problem("no-folder", "not a folder", "share a folder"));
    try (LibraryModel model = opened()) {
      List<Problem> refused = new ArrayList<>();
      model.addAll(Collections.nCopies(5_000, "/x"), null, refused::add);
      assertThat(api.count("POST " + FOLDERS)).isOne();
      api.deliver();
      assertThat(refused).hasSize(LibraryModel.MOST_AT_ONCE);
      assertThat(api.count("POST " + FOLDERS)).isEqualTo(LibraryModel.MOST_AT_ONCE);
    }
  }

  @Test
  void keepsWhatItKnowsWhileTheNodeIsGoneAndHoldsNothingWhenItIsLeft() {
    LibraryModel model = opened();
    api.become(new LinkState.Lost("gone", ""));
    api.pass(SOON);
    assertThat(model.folders()).containsExactly(first);
    api.answer("GET " + FOLDERS, new FolderList(List.of()));
    api.become(new LinkState.Connected(Samples.node()));
    api.pass(SOON);
    assertThat(model.folders()).isEmpty();
    model.close();
    assertThat(api.held()).isZero();
  }

  private LibraryModel opened() {
    LibraryModel model = new LibraryModel(api);
    api.pass(SOON);
    return model;
  }
}
