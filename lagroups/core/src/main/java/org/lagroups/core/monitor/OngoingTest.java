package org.lagroups.core.monitor;

import org.lagroups.core.group.Subscription;

/** A running test of one {@link Subject}; closing ends it. */
public interface OngoingTest extends Subscription {

  /** What it says now. */
  Verdict verdict();
}
