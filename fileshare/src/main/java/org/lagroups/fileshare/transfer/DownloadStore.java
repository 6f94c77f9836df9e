package org.lagroups.fileshare.transfer;

/** Where downloads survive a restart. Writes may happen later, but in order. */
public interface DownloadStore {

  /**
   * Keeps a download.
   *
   * @param phase such as it has reached; only what it means for a restart has to be kept
   * @param path where the file is, or an empty text
   */
  void save(DownloadEntry entry, Phase phase, String path);

  /** Forgets a download. */
  void remove(long id);
}
