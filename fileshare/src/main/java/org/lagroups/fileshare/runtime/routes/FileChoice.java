package org.lagroups.fileshare.runtime.routes;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lagroups.fileshare.merkle.MagnetLink;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.search.Hit;
import org.lagroups.fileshare.search.Search;
import org.lagroups.fileshare.search.Wanted;
import org.lagroups.machine.Printable;
import org.lagroups.node.control.ApiException;

/** Finds the file that a person means: the number of a hit, a root, or a magnet link. */
final class FileChoice {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
  private static final long SEARCH_MILLIS = 9_000;

  private final Fileshare share;

  FileChoice(Fileshare share) {
    this.share = share;
  }

  /** The root that {@code text} spells, if it is one or a link with one. */
  static Optional<MerkleRoot> root(String text) {
    Optional<MerkleRoot> linked = MagnetLink.rootIn(text);
    if (linked.isPresent()) {
      return linked;
    }
    try {
      return Optional.of(MerkleRoot.parse(text.strip()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The number of a hit that {@code text} spells, if it is one. */
  static Optional<Integer> number(String text) {
    return Optional.of(text.strip()).filter(NUMBER.asMatchPredicate()).map(Integer::parseInt);
  }

  /** The one hit that is meant; of several with the same content, the one with most paths. */
  Hit best(String text) throws InterruptedException {
    return all(text).stream()
        .min(
            Comparator.comparing(this::isHidden)
                .thenComparing(Comparator.comparingInt(Hit::paths).reversed())
                .thenComparingInt(Hit::number))
        .orElseThrow();
  }

  /**
   * The hits that are meant: one for a number, all with the same content for a root. None is the
   * person's own: a file of one's own is not fetched, verified or judged.
   */
  List<Hit> all(String text) throws InterruptedException {
    Optional<Integer> number = number(text);
    if (number.isPresent()) {
      return List.of(numbered(number.get()));
    }
    MerkleRoot root =
        root(text)
            .orElseThrow(() ->
                ApiException.badRequest(
                    "bad-file",
                    "neither a number of the last search nor a root nor a magnet link: "
                        + Printable.of(text),
                    "see: lag share search"));
    List<Hit> known = share.loop().call(() -> inLastSearch(root));
    return known.isEmpty() ? searched(root) : known;
  }

  private static List<Hit> ofOthers(List<Hit> hits) {
    return hits.stream().filter(hit -> !hit.own()).toList();
  }

  private static ApiException ownFile(String name) {
    return ApiException.conflict(
        "own-file",
        Printable.of(name) + " is your own file: there is nothing to fetch or to check",
        "see where it is: lag share list");
  }

  private Hit numbered(int number) {
    Hit hit =
        share
            .loop()
            .call(() -> share.machine().searches().last().flatMap(search -> search.hit(number)))
            .orElseThrow(() ->
                ApiException.notFound(
                    "no-such-hit",
                    "the last search has found nothing with number " + number,
                    "search again: lag share search WORDS..."));
    if (hit.own()) {
      throw ownFile(hit.record().record().name().text());
    }
    return hit;
  }

  private List<Hit> inLastSearch(MerkleRoot root) {
    return share
        .machine()
        .searches()
        .last()
        .map(search -> ofOthers(search.hits(root)))
        .orElse(List.of());
  }

  private List<Hit> searched(MerkleRoot root) throws InterruptedException {
    Search search =
        share
            .loop()
            .call(() ->
                share
                    .machine()
                    .searches()
                    .beginAside(new Wanted.Content(root), share.peers().groups()));
    List<Hit> hits =
        new Waiting(share)
            .until(
                search::hits,
                found -> !ofOthers(found).isEmpty() || search.isDone(),
                SEARCH_MILLIS);
    List<Hit> others = ofOthers(hits);
    if (others.isEmpty() && !hits.isEmpty()) {
      throw ownFile(hits.getFirst().record().record().name().text());
    }
    if (others.isEmpty()) {
      throw ApiException.notFound(
          "nobody-publishes-it",
          "no member that can be reached publishes " + root.abbreviated() + "…",
          "is its publisher's node running? see: lag group show");
    }
    return others;
  }

  private boolean isHidden(Hit hit) {
    return share
        .loop()
        .call(() -> share.machine().verdicts().hides(hit.group(), hit.publisher(), hit.root()));
  }
}
