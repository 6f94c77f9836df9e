package org.lagroups.fileshare.runtime.folder;

/** What is being done with a folder. */
public enum ScanPhase {
  /** It waits for its turn. */
  WAITING,
  /** Its files are being listed. */
  LISTING,
  /** New and changed files are being hashed. */
  HASHING,
  /** All that could be read is known. */
  READY,
  /** The folder itself cannot be read; what was known of it stays. */
  UNREADABLE,
  /** What was found could not be kept, because of a full disk for instance; it is tried again. */
  FAILED
}
