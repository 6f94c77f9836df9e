package org.lagroups.fileshare.runtime.routes;

import java.util.List;
import java.util.stream.Stream;
import org.lagroups.node.control.ApiRoute;

/** All routes of file sharing. */
public final class ShareRoutes {

  private ShareRoutes() {}

  /** The routes to {@code share}. */
  public static List<ApiRoute> of(Fileshare share) {
    FileChoice choice = new FileChoice(share);
    Checks checks = new Checks();
    return Stream.of(
            new FolderRoutes(share).routes(),
            new SearchRoutes(share, checks).routes(),
            new VerificationRoutes(share, choice, checks).routes(),
            new DownloadRoutes(share, choice).routes(),
            new VerdictRoutes(share, choice).routes())
        .flatMap(List::stream)
        .toList();
  }
}
