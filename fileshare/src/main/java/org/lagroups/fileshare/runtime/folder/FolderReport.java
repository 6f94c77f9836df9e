package org.lagroups.fileshare.runtime.folder;

import java.util.List;

/**
 * How far a folder is.
 *
 * @param files regular files listed
 * @param filesToHash of them, those that are new or have changed
 * @param filesHashed of those, how many are done
 * @param bytesToHash in new and changed files
 * @param bytesHashed of those, how many are done
 * @param secondsLeft until all is hashed, as it looks now; negative if not known
 * @param skipped what is not shared: hidden, empty, unreadable and special files, symbolic links
 * @param problems the first of what a person should look at, at most {@link #MAX_PROBLEMS}
 * @param problemCount how many there were in all
 * @param finishedMillis when the last scan ended, milliseconds since 1970-01-01 UTC; 0 if never
 */
public record FolderReport(
    ScanPhase phase,
    long files,
    long filesToHash,
    long filesHashed,
    long bytesToHash,
    long bytesHashed,
    long secondsLeft,
    long skipped,
    List<String> problems,
    long problemCount,
    long finishedMillis) {

  /** The most problems listed. */
  public static final int MAX_PROBLEMS = 20;

  /** Nothing is known yet. */
  public static final FolderReport WAITING =
      new FolderReport(ScanPhase.WAITING, 0, 0, 0, 0, 0, -1, 0, List.of(), 0, 0);

  public FolderReport {
    problems = List.copyOf(problems);
  }
}
