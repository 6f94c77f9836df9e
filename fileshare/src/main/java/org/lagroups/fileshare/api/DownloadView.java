package org.lagroups.fileshare.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * How far a download is.
 *
 * @param publisherName a stranger's text, made safe to show; empty if it is not in the view
 * @param doneBytes written and checked
 * @param secondsLeft as it looks now; negative if not known
 * @param phase {@code opening}, {@code running}, {@code waiting} (for a member that has the file),
 *     {@code finishing}, {@code done}, {@code paused} or {@code failed}
 * @param holders members that are asked now
 * @param exposed members that sent something bad
 * @param path where the file is, once it is done
 * @param problem why it has failed; null if it has not
 * @param hint what to do about the problem; null if there is none
 * @param verdict what was said of the file: {@code good}, {@code bad}, or null for nothing
 */
public record DownloadView(
    long id,
    GroupId group,
    NodeId publisher,
    String publisherName,
    String root,
    String name,
    long sizeBytes,
    long doneBytes,
    long bytesPerSecond,
    long secondsLeft,
    String phase,
    int holders,
    List<NodeId> exposed,
    @Nullable String path,
    @Nullable String problem,
    @Nullable String hint,
    @Nullable String verdict) {

  public DownloadView {
    exposed = List.copyOf(exposed);
  }
}
