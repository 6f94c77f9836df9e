package org.lagroups.wormguard.learn.fingerprint;

/** Is told of windows that were chosen. */
@FunctionalInterface
public interface FingerprintSink {

  /**
   * Called in the order of the payload.
   *
   * @param fingerprint of the window's bytes
   * @param begin where the window begins in the payload
   */
  void sampled(long fingerprint, long begin);
}
