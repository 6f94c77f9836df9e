package org.lagroups.wormguard.learn.scan;

/** Is told of sources that scan. */
@FunctionalInterface
public interface ScannerSink {

  /** Called at most once for a source in each interval. */
  void scans(Scanner scanner);
}
