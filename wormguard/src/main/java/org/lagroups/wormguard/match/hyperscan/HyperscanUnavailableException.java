package org.lagroups.wormguard.match.hyperscan;

/** Hyperscan cannot be used here; the message says why. */
public final class HyperscanUnavailableException extends Exception {

  private static final long serialVersionUID = 1;

  public HyperscanUnavailableException(String message) {
    super(message);
  }
}
