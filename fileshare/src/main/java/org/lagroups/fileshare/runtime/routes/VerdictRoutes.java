package org.lagroups.fileshare.runtime.routes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.lagroups.fileshare.api.GiveVerdict;
import org.lagroups.fileshare.api.VerdictList;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.search.Hit;
import org.lagroups.fileshare.transfer.DownloadEntry;
import org.lagroups.fileshare.transfer.DownloadStatus;
import org.lagroups.fileshare.verdict.Verdict;
import org.lagroups.fileshare.verdict.VerdictBook;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.ApiException;
import org.lagroups.node.control.ApiRequest;
import org.lagroups.node.control.ApiRoute;

/** What the person says of files. */
final class VerdictRoutes {

  /** Of those of one moment, as they come. */
  private static final Comparator<Verdict> LATEST_FIRST =
      Comparator.comparingLong(Verdict::decidedMillis).reversed();

  private final Fileshare share;
  private final FileChoice choice;

  VerdictRoutes(Fileshare share, FileChoice choice) {
    this.share = share;
    this.choice = choice;
  }

  /** Somebody who published content in a group. */
  private record Publication(GroupId group, NodeId publisher, MerkleRoot root) {}

  List<ApiRoute> routes() {
    return List.of(
        ApiRoute.get(
                "/v1/share/verdicts",
                "Verdicts, the latest first, at most " + VerdictList.MAX_LISTED + " at once.",
                VerdictList.class,
                this::list)
            .withQuery("skip", "Leaves out so many of the latest."),
        ApiRoute.post(
            "/v1/share/verdicts",
            "Says that a file is good or bad. Bad withdraws the attestation of its publisher.",
            GiveVerdict.class,
            VerdictList.class,
            (request, body) -> decide(body)),
        ApiRoute.delete(
            "/v1/share/verdicts/{root}",
            "Takes back the verdicts on a file, and what followed from them.",
            VerdictList.class,
            this::undo));
  }

  private VerdictList list(ApiRequest request) {
    long skip = Numbers.query(request, "skip", 0, VerdictBook.MAX_VERDICTS);
    List<Verdict> all = share.loop().call(share.machine().verdicts()::all);
    return page(all, skip);
  }

  /** Some of all, the latest first. */
  static VerdictList page(List<Verdict> all, long skip) {
    return view(
        all.stream().sorted(LATEST_FIRST).skip(skip).limit(VerdictList.MAX_LISTED).toList());
  }

  private VerdictList decide(GiveVerdict body) throws InterruptedException {
    List<Publication> publications = publications(body.file());
    long now = System.currentTimeMillis();
    List<Verdict> verdicts = new ArrayList<>();
    try {
      for (Publication one : publications) {
        verdicts.add(
            new Verdict(one.group(), one.publisher(), one.root(), body.good(), body.reason(), now));
      }
    } catch (IllegalArgumentException e) {
      throw ApiException.badRequest("bad-reason", String.valueOf(e.getMessage()), "");
    }
    try {
      share.change(() -> {
        verdicts.forEach(share.machine().verdicts()::decide);
        return true;
      });
    } catch (IllegalStateException e) {
      throw ApiException.conflict(
          "too-many-verdicts", String.valueOf(e.getMessage()), "see: lag share verdict");
    }
    return view(verdicts);
  }

  /** Who published the file; of one that was fetched, also without asking anyone. */
  private List<Publication> publications(String file) throws InterruptedException {
    List<Publication> fetched =
        FileChoice.root(file).map(root -> share.loop().call(() -> fetched(root))).orElse(List.of());
    try {
      return choice.all(file).stream().map(VerdictRoutes::publication).distinct().toList();
    } catch (ApiException e) {
      if (fetched.isEmpty()) {
        throw e;
      }
      return fetched;
    }
  }

  private List<Publication> fetched(MerkleRoot root) {
    return share.machine().downloads().all().stream()
        .map(DownloadStatus::entry)
        .filter(entry -> entry.target().root().equals(root))
        .map(VerdictRoutes::publication)
        .distinct()
        .toList();
  }

  private static Publication publication(DownloadEntry entry) {
    return new Publication(entry.group(), entry.publisher(), entry.target().root());
  }

  private static Publication publication(Hit hit) {
    return new Publication(hit.group(), hit.publisher(), hit.root());
  }

  private VerdictList undo(ApiRequest request) {
    MerkleRoot root =
        FileChoice.root(request.path("root"))
            .orElseThrow(() ->
                ApiException.badRequest("bad-root", "a file's root has 64 hexadecimal digits", ""));
    List<Verdict> undone = share.change(() -> share.machine().verdicts().undo(root));
    if (undone.isEmpty()) {
      throw ApiException.notFound(
          "no-verdict", "there is no verdict on this file", "see: lag share verdict list");
    }
    return view(undone);
  }

  private static VerdictList view(Collection<Verdict> verdicts) {
    return new VerdictList(
        verdicts.stream()
            .map(one ->
                new VerdictList.VerdictView(
                    one.group(),
                    one.publisher(),
                    one.root().toString(),
                    one.good(),
                    one.reason(),
                    one.decidedMillis()))
            .toList());
  }
}
