package org.lagroups.multicast.runtime.output;

import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;

/** One of several outputs, and what it has to take before the others may go on. */
final class Branch {

  /** Put there by whoever opened it, used on the loop. */
  private volatile @Nullable StreamOutput output;

  private @Nullable Bytes pending;
  private boolean isEnded;
  private OutputCounts countsAtEnd = OutputCounts.NONE;

  void open(StreamOutput opened) {
    output = opened;
  }

  boolean isOpen() {
    return output != null;
  }

  boolean isPending() {
    return pending != null;
  }

  /** Offers it a payload, which is lost if it does not take it. */
  boolean write(Bytes payload) {
    StreamOutput open = output;
    return open != null && open.write(payload);
  }

  /** Offers it a payload, and keeps it if it does not take it. */
  void hold(Bytes payload) {
    StreamOutput open = output;
    pending = open == null || open.write(payload) ? null : payload;
  }

  /** There is room for what was kept. */
  void offerAgain() {
    if (pending != null) {
      hold(pending);
      endNow();
    }
  }

  /** Nothing more comes but what is kept. */
  void end() {
    isEnded = true;
    endNow();
  }

  /** It has ended by itself. */
  void leave() {
    countsAtEnd = counts();
    output = null;
    pending = null;
  }

  void close() {
    StreamOutput open = output;
    if (open != null) {
      open.close();
      leave();
    }
  }

  OutputCounts counts() {
    StreamOutput open = output;
    return open == null ? countsAtEnd : open.counts();
  }

  private void endNow() {
    StreamOutput open = output;
    if (isEnded && pending == null && open != null) {
      open.end();
    }
  }
}
