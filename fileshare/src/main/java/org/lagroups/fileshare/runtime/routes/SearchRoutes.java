package org.lagroups.fileshare.runtime.routes;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lagroups.fileshare.api.BeginSearch;
import org.lagroups.fileshare.api.HitView;
import org.lagroups.fileshare.api.SearchView;
import org.lagroups.fileshare.merkle.MagnetLink;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.query.QueryParser;
import org.lagroups.fileshare.record.FileRecord;
import org.lagroups.fileshare.search.Hit;
import org.lagroups.fileshare.search.Search;
import org.lagroups.fileshare.search.SearchProgress;
import org.lagroups.fileshare.search.Wanted;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.Printable;
import org.lagroups.node.control.ApiException;
import org.lagroups.node.control.ApiRequest;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.node.control.api.Done;

/** Searches. */
final class SearchRoutes {

  private final Fileshare share;
  private final Checks checks;

  SearchRoutes(Fileshare share, Checks checks) {
    this.share = share;
    this.checks = checks;
  }

  List<ApiRoute> routes() {
    return List.of(
        ApiRoute.post(
            "/v1/share/searches",
            "Begins to search among the members of groups; answers at once.",
            BeginSearch.class,
            SearchView.class,
            (request, body) -> begin(body)),
        ApiRoute.get(
                "/v1/share/searches/{id}",
                "A search, and what it has found so far. The ID \"last\" is the one begun last.",
                SearchView.class,
                this::look)
            .withQuery("seen", "Waits until there are more hits than this, or the search is done.")
            .withQuery("wait", "How long to wait for that in milliseconds, at most 60000."),
        ApiRoute.delete(
            "/v1/share/searches/{id}",
            "Ends a search: no more answers are taken. What it has found stays.",
            Done.class,
            this::end));
  }

  private SearchView begin(BeginSearch body) {
    Wanted wanted = wanted(body.words());
    Set<GroupId> mine = share.loop().call(() -> Set.copyOf(share.peers().groups()));
    Collection<GroupId> groups = body.groups() == null ? mine : body.groups();
    if (groups.isEmpty() || !mine.containsAll(groups)) {
      throw ApiException.conflict(
          "no-group",
          "this node belongs to no such group",
          "see: lag group list; or join one: lag group join LINK");
    }
    return share.loop().call(() -> view(share.machine().searches().begin(wanted, groups)));
  }

  private static Wanted wanted(String words) {
    Optional<MerkleRoot> root = FileChoice.root(words);
    if (root.isPresent()) {
      return new Wanted.Content(root.get());
    }
    try {
      return new Wanted.Words(QueryParser.parse(words));
    } catch (IllegalArgumentException e) {
      throw ApiException.badRequest(
          "bad-query", String.valueOf(e.getMessage()), "see: lag share search --help");
    }
  }

  private SearchView look(ApiRequest request) throws InterruptedException {
    long seen = Numbers.query(request, "seen", 0, Search.MAX_HITS + Search.MAX_OWN_HITS);
    long wait = Numbers.query(request, "wait", 0, Waiting.MAX_MILLIS);
    Search search =
        share.loop().call(() -> find(request.path("id"))).orElseThrow(SearchRoutes::noSuchSearch);
    return new Waiting(share)
        .until(() -> view(search), view -> view.done() || view.hits().size() > seen, wait);
  }

  private Done end(ApiRequest request) {
    long id = Numbers.id(request);
    if (!share.loop().call(() -> share.machine().searches().end(id))) {
      throw noSuchSearch();
    }
    return Done.DONE;
  }

  private static ApiException noSuchSearch() {
    return ApiException.notFound(
        "no-such-search",
        "there is no such search any more",
        "search again: lag share search WORDS...");
  }

  private Optional<Search> find(String id) {
    if (id.equals("last")) {
      return share.machine().searches().last();
    }
    return number(id).flatMap(share.machine().searches()::search);
  }

  /** The number of a search, if {@code id} is one. */
  static Optional<Long> number(String id) {
    try {
      return Optional.of(Long.parseLong(id));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private SearchView view(Search search) {
    SearchProgress progress = search.progress();
    String words =
        switch (search.wanted()) {
          case Wanted.Words wanted -> wanted.query().toString();
          case Wanted.Content wanted -> wanted.root().toString();
        };
    return new SearchView(
        search.id(),
        words,
        share.verifyPaths(),
        search.hits().stream().map(this::view).toList(),
        progress.asked(),
        progress.answered(),
        progress.failed(),
        progress.refusedRecords(),
        progress.done());
  }

  private HitView view(Hit hit) {
    FileRecord record = hit.record().record();
    return new HitView(
        hit.number(),
        hit.group(),
        hit.root().toString(),
        record.name().text(),
        record.shape().lengthBytes(),
        record.mimeType().text(),
        record.modifiedMillis(),
        record.sequence(),
        hit.own(),
        hit.publisher(),
        Printable.of(hit.publisherName()),
        hit.own() ? null : hit.paths(),
        checks.of(record).orElse(null),
        share.machine().verdicts().hides(hit.group(), hit.publisher(), hit.root()),
        verdict(hit),
        MagnetLink.of(record.name().text(), record.shape(), record.root()).toString());
  }

  private @Nullable String verdict(Hit hit) {
    return share
        .machine()
        .verdicts()
        .verdict(hit.group(), hit.publisher(), hit.root())
        .map(verdict -> verdict.good() ? "good" : "bad")
        .orElse(null);
  }
}
