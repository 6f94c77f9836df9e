package org.lagroups.desktop.shell;

import org.lagroups.desktop.link.Api;
import org.lagroups.desktop.screen.Directory;
import org.lagroups.desktop.screen.Notices;

/**
 * Tells the user what matters wherever in the window they are: downloads that end, signatures that
 * are enforced or no longer, members that are proven to lie, and this node's own standing. It goes
 * by how things stand, so that nothing is lost where events are. On the JavaFX thread.
 */
final class News implements AutoCloseable {

  private final DownloadNews downloads;
  private final SignatureNews signatures;
  private final GroupNews groups;

  News(Api api, Notices notices, Directory directory) {
    downloads = new DownloadNews(api, notices);
    signatures = new SignatureNews(api, notices);
    groups = new GroupNews(api, notices, directory);
  }

  @Override
  public void close() {
    downloads.close();
    signatures.close();
    groups.close();
  }
}
