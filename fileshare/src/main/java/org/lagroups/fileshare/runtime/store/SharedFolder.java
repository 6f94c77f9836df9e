package org.lagroups.fileshare.runtime.store;

import java.nio.file.Path;
import java.util.List;
import org.lagroups.machine.GroupId;

/**
 * A folder that is shared.
 *
 * @param path absolute
 * @param groups with whom, in the order of IDs
 */
public record SharedFolder(long id, Path path, long addedMillis, List<GroupId> groups) {

  public SharedFolder {
    groups = List.copyOf(groups);
  }
}
