package org.lagroups.fileshare.api;

import java.util.List;
import org.lagroups.machine.GroupId;

/**
 * A shared folder, and how far it is.
 *
 * @param phase {@code waiting}, {@code listing}, {@code hashing}, {@code ready}, {@code unreadable}
 *     or {@code failed}: what was found could not be kept
 * @param files shared now
 * @param bytes in them
 * @param filesToHash new and changed files of the scan under way, or of the last
 * @param secondsLeft until all is hashed, as it looks now; negative if not known
 * @param skipped what is not shared: hidden, empty, unreadable and special files, symbolic links
 * @param problems the first of what somebody should look at
 * @param problemCount how many there are in all
 * @param finishedMillis when the last scan ended, 0 if none has
 */
public record FolderView(
    long id,
    String path,
    List<GroupId> groups,
    String phase,
    long files,
    long bytes,
    long filesToHash,
    long filesHashed,
    long bytesToHash,
    long bytesHashed,
    long secondsLeft,
    long skipped,
    List<String> problems,
    long problemCount,
    long finishedMillis) {

  public FolderView {
    groups = List.copyOf(groups);
    problems = List.copyOf(problems);
  }
}
