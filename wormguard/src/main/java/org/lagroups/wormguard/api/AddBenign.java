package org.lagroups.wormguard.api;

import java.util.List;

/**
 * Payloads of ordinary traffic, for signatures to be tried on.
 *
 * @param payloads 1 to {@link #MOST}, the oldest first
 */
public record AddBenign(List<BenignPayload> payloads) {

  /** The most at a time. */
  public static final int MOST = 128;

  public AddBenign {
    payloads = List.copyOf(payloads);
  }
}
