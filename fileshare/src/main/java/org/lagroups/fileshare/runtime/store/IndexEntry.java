package org.lagroups.fileshare.runtime.store;

import java.util.List;
import org.lagroups.fileshare.record.SignedRecord;

/**
 * What the index has to know of a record.
 *
 * @param paths where the content stands in shared folders, each with the name of its folder in
 *     front; at most {@link #MAX_PATHS}
 */
public record IndexEntry(SignedRecord record, List<String> paths) {

  /** The most places of one content that can be searched for. */
  public static final int MAX_PATHS = 16;

  public IndexEntry {
    paths = List.copyOf(paths);
  }
}
