package org.lagroups.fileshare.runtime.routes;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lagroups.core.group.Member;
import org.lagroups.fileshare.api.BeginDownload;
import org.lagroups.fileshare.api.DownloadList;
import org.lagroups.fileshare.api.DownloadView;
import org.lagroups.fileshare.part.Target;
import org.lagroups.fileshare.record.FileRecord;
import org.lagroups.fileshare.search.Hit;
import org.lagroups.fileshare.transfer.DownloadEntry;
import org.lagroups.fileshare.transfer.DownloadStatus;
import org.lagroups.fileshare.transfer.Downloads;
import org.lagroups.machine.Printable;
import org.lagroups.node.control.ApiException;
import org.lagroups.node.control.ApiRequest;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.node.control.api.Done;
import org.lagroups.node.disk.DiskProblem;

/** Downloads. */
final class DownloadRoutes {

  private final Fileshare share;
  private final FileChoice choice;

  DownloadRoutes(Fileshare share, FileChoice choice) {
    this.share = share;
    this.choice = choice;
  }

  /** Something done to a download; answers whether there is one. */
  @FunctionalInterface
  private interface Act {
    boolean on(Downloads downloads, long id);
  }

  List<ApiRoute> routes() {
    return List.of(
        ApiRoute.post(
            "/v1/share/downloads",
            "Begins to fetch a file, or goes on with it; answers at once.",
            BeginDownload.class,
            DownloadView.class,
            (request, body) -> begin(body)),
        ApiRoute.get(
            "/v1/share/downloads",
            "All downloads, the latest first.",
            DownloadList.class,
            request -> list()),
        ApiRoute.get(
            "/v1/share/downloads/{id}",
            "How far a download is.",
            DownloadView.class,
            request -> look(Numbers.id(request))),
        ApiRoute.post(
            "/v1/share/downloads/{id}/pause",
            "Stops a download, and keeps what is there.",
            DownloadView.class,
            request -> act(request, Downloads::pause)),
        ApiRoute.post(
            "/v1/share/downloads/{id}/resume",
            "Goes on with a download.",
            DownloadView.class,
            request -> act(request, Downloads::resume)),
        ApiRoute.delete(
            "/v1/share/downloads/{id}",
            "Forgets a download; deletes what is there, unless the file is whole.",
            Done.class,
            this::remove));
  }

  private DownloadView begin(BeginDownload body) throws InterruptedException {
    Path folder = folder(body.folder());
    Hit hit = choice.best(body.file());
    FileRecord record = hit.record().record();
    Target target = new Target(record.root(), record.shape(), folder.toString(), record.name());
    try {
      DownloadStatus status =
          share.change(
              () -> share.machine().downloads().begin(hit.group(), hit.publisher(), target));
      return share.loop().call(() -> view(status));
    } catch (IllegalStateException e) {
      throw ApiException.conflict(
          "too-many-downloads",
          String.valueOf(e.getMessage()),
          "see: lag share downloads; give one up: lag share cancel NUMBER");
    }
  }

  private static Path folder(String text) {
    try {
      Path folder = Path.of(text).normalize();
      if (folder.isAbsolute() && Files.isDirectory(folder)) {
        return folder;
      }
    } catch (InvalidPathException e) {
      throw noFolder(text);
    }
    throw noFolder(text);
  }

  private static ApiException noFolder(String text) {
    return ApiException.badRequest(
        "no-folder",
        "there is no folder " + Printable.of(text),
        "make it, or choose another by --output");
  }

  private DownloadList list() {
    return share
        .loop()
        .call(() ->
            new DownloadList(share.machine().downloads().all().stream().map(this::view).toList()));
  }

  private DownloadView look(long id) {
    Optional<DownloadView> view =
        share.loop().call(() -> share.machine().downloads().status(id).map(this::view));
    return view.orElseThrow(() -> unknown(id));
  }

  private DownloadView act(ApiRequest request, Act act) {
    long id = Numbers.id(request);
    if (!share.change(() -> act.on(share.machine().downloads(), id))) {
      throw unknown(id);
    }
    return look(id);
  }

  private Done remove(ApiRequest request) {
    long id = Numbers.id(request);
    if (!share.change(() -> share.machine().downloads().remove(id))) {
      throw unknown(id);
    }
    return Done.DONE;
  }

  private static ApiException unknown(long id) {
    return ApiException.notFound(
        "no-such-download", "there is no download " + id, "see: lag share downloads");
  }

  /** On the loop. */
  private DownloadView view(DownloadStatus status) {
    DownloadEntry entry = status.entry();
    Target target = entry.target();
    long size = target.shape().lengthBytes();
    long speed = status.bytesPerSecond();
    return new DownloadView(
        entry.id(),
        entry.group(),
        entry.publisher(),
        share
            .peers()
            .member(entry.group(), entry.publisher())
            .map(Member::name)
            .map(Printable::of)
            .orElse(""),
        target.root().toString(),
        target.name().text(),
        size,
        status.doneBytes(),
        speed,
        speed > 0 ? (size - status.doneBytes()) / speed : -1,
        status.phase().name().toLowerCase(Locale.ROOT),
        status.holders(),
        status.exposed(),
        status.path().orElse(null),
        status.problem().map(DiskProblem::message).orElse(null),
        status.problem().map(DiskProblem::hint).orElse(null),
        share
            .machine()
            .verdicts()
            .verdict(entry.group(), entry.publisher(), target.root())
            .map(verdict -> verdict.good() ? "good" : "bad")
            .orElse(null));
  }
}
