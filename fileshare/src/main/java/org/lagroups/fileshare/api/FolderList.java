package org.lagroups.fileshare.api;

import java.util.List;

/** The shared folders, in the order in which they were added. */
public record FolderList(List<FolderView> folders) {

  public FolderList {
    folders = List.copyOf(folders);
  }
}
