package org.lagroups.fileshare.protocol;

import java.util.List;
import org.lagroups.fileshare.part.PartFiles;
import org.lagroups.fileshare.serve.SharedFiles;
import org.lagroups.fileshare.transfer.DownloadStore;
import org.lagroups.fileshare.transfer.Downloads;
import org.lagroups.fileshare.verdict.KeptVerdict;
import org.lagroups.fileshare.verdict.Standing;
import org.lagroups.fileshare.verdict.VerdictStore;

/**
 * What the machine needs of the world beside its environment.
 *
 * @param verdicts as an earlier life of the node has left them
 * @param downloads as an earlier life of the node has left them
 */
public record Ports(
    SharedFiles sharedFiles,
    PartFiles partFiles,
    DownloadStore downloadStore,
    VerdictStore verdictStore,
    Standing standing,
    List<KeptVerdict> verdicts,
    List<Downloads.Kept> downloads) {

  public Ports {
    verdicts = List.copyOf(verdicts);
    downloads = List.copyOf(downloads);
  }
}
