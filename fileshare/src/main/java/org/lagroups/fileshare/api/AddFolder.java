package org.lagroups.fileshare.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.GroupId;

/**
 * A wish to share a folder.
 *
 * @param path absolute
 * @param groups with whom; the node's only group if null
 */
public record AddFolder(String path, @Nullable List<GroupId> groups) {}
