package org.lagroups.fileshare.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.GroupId;

/**
 * A wish to search.
 *
 * @param words what a person typed, or a root or a magnet link
 * @param groups where; all of the node's groups if null
 */
public record BeginSearch(String words, @Nullable List<GroupId> groups) {}
