package org.lagroups.wormguard.learn.detect;

import org.lagroups.wormguard.learn.evidence.PayloadSample;
import org.lagroups.wormguard.learn.scan.Scanner;
import org.lagroups.wormguard.learn.signature.Signature;

/** Is told what a detector finds, while it takes a packet. */
public interface DetectorSink {

  /** A signature was learned, and alerts for its evidence. */
  void learned(Signature signature);

  /**
   * A payload of ordinary traffic that signatures can be tested on, one of a few of each second, a
   * minute after it has passed.
   */
  default void ordinary(PayloadSample payload) {}

  /** A source scans; told at most once for a source in each interval. */
  void scans(Scanner scanner);
}
