package org.lagroups.fileshare.runtime.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Counts during one scan, on the keeper's thread; its reports may go anywhere. */
final class ScanTally {

  private static final long LEAST_NANOS_FOR_ESTIMATE = TimeUnit.SECONDS.toNanos(1);

  private final List<String> problems = new ArrayList<>();
  private long problemCount;
  private long files;
  private long filesToHash;
  private long filesHashed;
  private long bytesToHash;
  private long bytesHashed;
  private long skipped;
  private long hashingSinceNanos;
  private final long finishedMillis;
  private ScanPhase phase = ScanPhase.LISTING;

  /** A new scan of a folder of which the last ended at {@code finishedMillis}. */
  ScanTally(long finishedMillis) {
    this.finishedMillis = finishedMillis;
  }

  void listed() {
    files++;
  }

  void skipped() {
    skipped++;
  }

  /** Something that a person should look at. */
  void problem(String text) {
    problemCount++;
    skipped++;
    if (problems.size() < FolderReport.MAX_PROBLEMS) {
      problems.add(text);
    }
  }

  /** Why the scan as a whole is of no use: comes first. */
  void failed(String why) {
    problemCount++;
    problems.addFirst(why);
    if (problems.size() > FolderReport.MAX_PROBLEMS) {
      problems.removeLast();
    }
  }

  long files() {
    return files;
  }

  void beginHashing(long fileCount, long bytes) {
    phase = ScanPhase.HASHING;
    filesToHash = fileCount;
    bytesToHash = bytes;
    hashingSinceNanos = System.nanoTime();
  }

  void hashedBytes(long bytes) {
    bytesHashed += bytes;
  }

  void hashedFile() {
    filesHashed++;
  }

  FolderReport now() {
    return report(phase, secondsLeft(), finishedMillis);
  }

  FolderReport ended(ScanPhase how, long wallMillis) {
    return report(how, 0, wallMillis);
  }

  private FolderReport report(ScanPhase shown, long secondsLeft, long finished) {
    return new FolderReport(
        shown,
        files,
        filesToHash,
        filesHashed,
        bytesToHash,
        bytesHashed,
        secondsLeft,
        skipped,
        problems,
        problemCount,
        finished);
  }

  private long secondsLeft() {
    long passed = System.nanoTime() - hashingSinceNanos;
    if (phase != ScanPhase.HASHING || passed < LEAST_NANOS_FOR_ESTIMATE || bytesHashed == 0) {
      return -1;
    }
    double left = Math.max(0, bytesToHash - bytesHashed);
    return Math.round(left / bytesHashed * passed / 1e9);
  }
}
