package org.lagroups.fileshare.api;

import java.util.List;

/** The downloads, the latest first. */
public record DownloadList(List<DownloadView> downloads) {

  public DownloadList {
    downloads = List.copyOf(downloads);
  }
}
