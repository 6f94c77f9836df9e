package org.lagroups.fileshare.transfer;

import java.util.List;
import java.util.Optional;
import org.lagroups.machine.NodeId;
import org.lagroups.node.disk.DiskProblem;

/**
 * How far a download is.
 *
 * @param doneBytes what is written and checked
 * @param bytesPerSecond over the last seconds
 * @param holders members that are asked now
 * @param exposed members that sent something bad
 * @param path where the file is, once it is done
 */
public record DownloadStatus(
    DownloadEntry entry,
    Phase phase,
    long doneBytes,
    long bytesPerSecond,
    int holders,
    List<NodeId> exposed,
    Optional<String> path,
    Optional<DiskProblem> problem) {

  public DownloadStatus {
    exposed = List.copyOf(exposed);
  }
}
