package org.lagroups.fileshare.runtime.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lagroups.fileshare.api.AddFolder;
import org.lagroups.fileshare.api.FolderList;
import org.lagroups.fileshare.api.FolderView;
import org.lagroups.fileshare.runtime.folder.FolderReport;
import org.lagroups.fileshare.runtime.store.IndexChanges;
import org.lagroups.fileshare.runtime.store.ShareStore;
import org.lagroups.fileshare.runtime.store.SharedFolder;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.Printable;
import org.lagroups.node.control.ApiException;
import org.lagroups.node.control.ApiRequest;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.node.control.api.Done;

/** Shared folders. */
final class FolderRoutes {

  private final Fileshare share;

  FolderRoutes(Fileshare share) {
    this.share = share;
  }

  List<ApiRoute> routes() {
    return List.of(
        ApiRoute.post(
            "/v1/share/folders",
            "Shares a folder with groups, until they are left; answers once that is on disk, and"
                + " hashing goes on.",
            AddFolder.class,
            FolderView.class,
            (request, body) -> add(body)),
        ApiRoute.get(
            "/v1/share/folders",
            "The shared folders, and how far each is.",
            FolderList.class,
            request -> list()),
        ApiRoute.delete(
            "/v1/share/folders/{id}",
            "Shares a folder no longer. Its files stay as they are.",
            Done.class,
            this::remove),
        ApiRoute.post(
            "/v1/share/rescan",
            "Looks through all shared folders for changes now.",
            Done.class,
            request -> rescan()));
  }

  private FolderView add(AddFolder body) {
    List<GroupId> groups = groups(body);
    Path folder = folder(body.path());
    ShareStore.Added added = share.store().share(folder, groups).join();
    share.keeper().apply(added.changes());
    share.keeper().scan(added.folder());
    return view(added.folder(), share.store().totals().join());
  }

  private List<GroupId> groups(AddFolder body) {
    Set<GroupId> mine = share.loop().call(() -> Set.copyOf(share.peers().groups()));
    List<GroupId> wanted = body.groups() == null ? List.copyOf(mine) : body.groups();
    if (wanted.isEmpty()) {
      throw ApiException.conflict(
          "no-group",
          "this node belongs to no group to share with",
          "make one: lag group create; or: lag group join LINK");
    }
    if (body.groups() == null && mine.size() > 1) {
      throw ApiException.badRequest(
          "which-group", "this node belongs to several groups", "choose one by --group");
    }
    for (GroupId group : wanted) {
      if (!mine.contains(group)) {
        throw ApiException.notFound(
            "no-such-group", "this node does not belong to group " + group, "lag group list");
      }
    }
    return wanted;
  }

  private Path folder(String text) {
    try {
      Path path = Path.of(text);
      if (!path.isAbsolute()) {
        throw ApiException.badRequest("bad-path", "not an absolute path: " + show(text), "");
      }
      Path folder = path.toRealPath();
      if (!Files.isDirectory(folder)) {
        throw ApiException.badRequest(
            "no-folder",
            "not a folder: " + show(text),
            "a single file cannot be shared: share the folder it is in");
      }
      Path own = share.privateFolder().toRealPath();
      if (own.startsWith(folder) || folder.startsWith(homeOf(own))) {
        throw ApiException.badRequest(
            "private-folder",
            "this folder holds the node's own secret keys: " + show(text),
            "share another folder");
      }
      if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
        throw unreadable(text);
      }
      return folder;
    } catch (NoSuchFileException e) {
      throw ApiException.badRequest(
          "no-folder",
          "there is no folder " + show(text),
          "look at the path letter by letter (capitals count); is its disk connected?");
    } catch (InvalidPathException | IOException e) {
      throw unreadable(text);
    }
  }

  private static ApiException unreadable(String text) {
    return ApiException.badRequest(
        "unreadable-folder",
        "cannot read the folder " + show(text),
        "is it there, and may the user who runs the node read it?");
  }

  /** The module's folder is HOME/modules/share. */
  private static Path homeOf(Path own) {
    Path modules = own.getParent();
    Path home = modules == null ? null : modules.getParent();
    return home == null ? own : home;
  }

  private FolderList list() {
    Map<Long, ShareStore.Totals> totals = share.store().totals().join();
    return new FolderList(
        share.store().folders().join().stream().map(folder -> view(folder, totals)).toList());
  }

  private Done remove(ApiRequest request) {
    long id = Numbers.id(request);
    if (share.store().folders().join().stream().noneMatch(folder -> folder.id() == id)) {
      throw ApiException.notFound(
          "no-such-folder", "no folder with number " + id + " is shared", "see: lag share list");
    }
    share.keeper().forget(id);
    IndexChanges changes = share.store().unshare(id).join();
    share.keeper().apply(changes);
    share.reader().forgetAll();
    return Done.DONE;
  }

  private Done rescan() {
    share.keeper().rescanAll();
    return Done.DONE;
  }

  private FolderView view(SharedFolder folder, Map<Long, ShareStore.Totals> totals) {
    FolderReport report = share.keeper().report(folder.id());
    ShareStore.Totals total = totals.getOrDefault(folder.id(), new ShareStore.Totals(0, 0));
    return new FolderView(
        folder.id(),
        folder.path().toString(),
        folder.groups(),
        report.phase().name().toLowerCase(Locale.ROOT),
        total.files(),
        total.bytes(),
        report.filesToHash(),
        report.filesHashed(),
        report.bytesToHash(),
        report.bytesHashed(),
        report.secondsLeft(),
        report.skipped(),
        report.problems(),
        report.problemCount(),
        report.finishedMillis());
  }

  private static String show(String path) {
    return Printable.of(path);
  }
}
