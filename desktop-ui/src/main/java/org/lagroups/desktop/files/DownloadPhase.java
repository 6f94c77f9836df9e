package org.lagroups.desktop.files;

import java.util.Set;
import org.lagroups.fileshare.api.DownloadView;

/** What the phases of a download mean to a person. */
public final class DownloadPhase {

  private static final Set<String> ACTIVE = Set.of("opening", "running", "finishing");
  private static final Set<String> STOPPED = Set.of("paused", "failed");

  private DownloadPhase() {}

  /** Whether it is being fetched now; one that waits for a member is not. */
  public static boolean isActive(DownloadView one) {
    return ACTIVE.contains(one.phase());
  }

  /** Whether it goes on only when a person says so. */
  public static boolean isStopped(DownloadView one) {
    return STOPPED.contains(one.phase());
  }
}
