package org.lagroups.fileshare.protocol;

/** The timers of {@link FileshareMachine}. */
public enum FileshareTimer {
  /** Downloads look after their holders. */
  DOWNLOADS
}
