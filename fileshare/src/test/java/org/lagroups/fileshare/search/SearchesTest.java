package org.lagroups.fileshare.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lagroups.core.crypto.Signature;
import org.lagroups.fileshare.merkle.Vectors;
import org.lagroups.fileshare.peer.PeerReply;
import org.lagroups.fileshare.query.QueryParser;
import org.lagroups.fileshare.record.FileRecord;
import org.lagroups.fileshare.record.RecordCodec;
import org.lagroups.fileshare.record.Records;
import org.lagroups.fileshare.record.SignedRecord;
import org.lagroups.fileshare.testing.Village;
import org.lagroups.fileshare.wire.FileRequest;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;

class SearchesTest {

  /** Bob is reached over Ann and over Cy; Dan over Bob only. */
  private final Village village = new Village("me-ann me-cy ann-bob cy-bob bob-dan");

  private final Searches searches = new Searches(village, village.files("me"), () -> {});

  @Test
  void findsWhatAnyMemberPublishesAndCountsDisjointPaths() {
    village.files("ann").share("holiday one.jpg", Vectors.content(10));
    village.files("bob").share("holiday two.jpg", Vectors.content(20));
    village.files("dan").share("holiday three.jpg", Vectors.content(30));
    village.files("dan").share("tax.pdf", Vectors.content(40));
    Search search = search("holiday");
    assertThat(search.hits())
        .extracting(Hit::publisherName, Hit::paths)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("ann", 2),
            org.assertj.core.groups.Tuple.tuple("bob", 2),
            org.assertj.core.groups.Tuple.tuple("dan", 1));
    assertThat(search.progress()).isEqualTo(new SearchProgress(4, 4, 0, 0, true));
    assertThat(search.hit(1)).contains(search.hits().getFirst());
    assertThat(search.hit(0)).isEmpty();
    assertThat(search.hit(4)).isEmpty();
  }

  @Test
  void aSearchThatIsEndedTakesNoMoreAnswersAndKeepsWhatItHas() {
    village.files("ann").share("holiday one.jpg", Vectors.content(10));
    Search search =
        searches.begin(new Wanted.Words(QueryParser.parse("holiday")), Set.of(village.group()));
    assertThat(searches.end(search.id())).isTrue();
    int before = search.hits().size();
    village.pass(100);
    assertThat(search.isDone()).isTrue();
    assertThat(search.hits()).hasSize(before);
    assertThat(searches.end(search.id() + 1)).isFalse();
  }

  @Test
  void findsOwnFilesToo() {
    SignedRecord mine = village.files("me").share("holiday mine.jpg", Vectors.content(5));
    village.files("ann").share("holiday one.jpg", Vectors.content(10));
    Search search = search("holiday");
    assertThat(search.hits())
        .extracting(Hit::own, Hit::publisherName, Hit::paths)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(true, "me", 0),
            org.assertj.core.groups.Tuple.tuple(false, "ann", 2));
    assertThat(search.progress()).isEqualTo(new SearchProgress(4, 4, 0, 0, true));

    Search byRoot =
        searches.begin(new Wanted.Content(mine.record().root()), Set.of(village.group()));
    village.pass(100);
    assertThat(byRoot.hits()).extracting(Hit::record).containsExactly(mine);
  }

  @Test
  void ownFilesTakeNoRoomFromThoseOfOthers() {
    for (int i = 0; i <= Search.MAX_OWN_HITS; i++) {
      village.files("me").publish(village.files("me").record(Records.root(i), "x", 10, 1));
    }
    village.files("ann").share("x", Vectors.content(10));
    village.files("bob").share("x", Vectors.content(11));
    Search search = search("x");
    assertThat(search.hits()).filteredOn(Hit::own).hasSize(Search.MAX_OWN_HITS);
    assertThat(search.hits()).filteredOn(hit -> !hit.own()).hasSize(2);
  }

  @Test
  void findsWhoPublishesGivenContent() {
    SignedRecord record = village.files("bob").share("a", Vectors.content(20));
    village.files("dan").hold(Vectors.content(20));
    Search search =
        searches.begin(new Wanted.Content(record.record().root()), Set.of(village.group()));
    village.pass(100);
    assertThat(search.hits()).extracting(Hit::record).containsExactly(record);
  }

  @Test
  void showsNoRecordThatItsSenderDidNotSign() {
    SignedRecord good = village.files("ann").share("x", Vectors.content(10));
    Signature wrong = new Signature(Bytes.copyOf(new byte[64]));
    village.files("ann").publish(new SignedRecord(good.record(), good.encoded(), wrong));
    Search search = search("x");
    assertThat(search.hits()).isEmpty();
    assertThat(search.progress().refusedRecords()).isEqualTo(1);
  }

  @Test
  void showsNoRecordReplayedBySomeoneElse() {
    SignedRecord ofBob = village.files("bob").share("x", Vectors.content(10));
    village.files("ann").publish(ofBob);
    Search search = search("x");
    assertThat(search.hits()).extracting(Hit::publisherName).containsExactly("bob");
    assertThat(search.progress().refusedRecords()).isEqualTo(1);
  }

  @Test
  void showsNoRecordOfAnotherGroup() {
    FileRecord record = village.files("ann").record(Vectors.tree(5).root(), "x", 5, 1);
    GroupId elsewhere = GroupId.random(new java.util.Random(99));
    village
        .files("ann")
        .publish(
            new FileRecord(
                elsewhere,
                record.publisher(),
                record.root(),
                record.shape(),
                record.name(),
                record.mimeType(),
                0,
                1));
    Search search = search("x");
    assertThat(search.hits()).isEmpty();
    assertThat(search.progress().refusedRecords()).isEqualTo(1);
  }

  @Test
  void showsEveryFileOnceHoweverOftenItIsSent() {
    SignedRecord record = village.files("ann").share("x", Vectors.content(10));
    village.tamper(
        "ann",
        (route, reply) ->
            new PeerReply.Answered(
                new org.lagroups.fileshare.wire.FileReply.Found(
                    java.util.Collections.nCopies(64, record))));
    assertThat(search("x").hits()).extracting(Hit::record).containsOnlyOnce(record);
  }

  @Test
  void goesOnWithoutThoseWhoDoNotAnswer() {
    village.files("ann").share("x", Vectors.content(10));
    village.silence("cy");
    village.silence("bob");
    Search search = searches.begin(words("x"), Set.of(village.group()));
    village.pass(100);
    assertThat(search.isDone()).isFalse();
    assertThat(search.hits()).hasSize(1);
    village.pass(Search.ANSWER_MILLIS);
    assertThat(search.progress()).isEqualTo(new SearchProgress(4, 1, 3, 0, true));
  }

  @Test
  void countsAnAnswerToAnotherQuestionAsNone() {
    village.tamper(
        "ann",
        (route, reply) ->
            new PeerReply.Answered(
                new org.lagroups.fileshare.wire.FileReply.Held(java.util.Optional.empty())));
    Search search = search("x");
    assertThat(search.progress().failed()).isPositive();
    assertThat(search.progress().answered()).isEqualTo(4 - search.progress().failed());
    assertThat(search.isDone()).isTrue();
  }

  @Test
  void isDoneAtOnceWhereNobodyIs() {
    Search search = searches.begin(words("x"), Set.of(GroupId.random(new java.util.Random(5))));
    assertThat(search.isDone()).isTrue();
  }

  @Test
  void keepsOnlyTheLastSearches() {
    IntStream.rangeClosed(1, Searches.MAX_KEPT + 1).forEach(i -> search("x"));
    assertThat(searches.search(1)).isEmpty();
    assertThat(searches.search(2)).isPresent();
    assertThat(searches.last().map(Search::id)).contains((long) Searches.MAX_KEPT + 1);
  }

  @Test
  void aRecordIsNoLongerThanItsSigner() {
    SignedRecord record = village.files("ann").share("x", Vectors.content(10));
    assertThat(record.encoded().length()).isLessThan(RecordCodec.MAX_BYTES);
    search("x");
    assertThat(village.asked())
        .allMatch(request ->
            request instanceof FileRequest.Search search
                && search.maxResults() == FileRequest.Search.MAX_RESULTS);
  }

  private Search search(String words) {
    Search search = searches.begin(words(words), Set.of(village.group()));
    village.pass(100);
    return search;
  }

  private static Wanted words(String words) {
    return new Wanted.Words(QueryParser.parse(words));
  }
}
