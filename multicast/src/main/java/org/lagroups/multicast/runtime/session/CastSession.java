package org.lagroups.multicast.runtime.session;

import java.util.concurrent.CompletableFuture;
import org.lagroups.multicast.api.CastView;
import org.lagroups.multicast.stream.StreamId;

/** A stream that is sent or received, or was. */
interface CastSession {

  StreamId id();

  /** How it goes. */
  CastView view();

  /**
   * Ends it such that others lose nothing by it.
   *
   * @return done when it can be closed, which takes no longer than {@link Window} says
   */
  default CompletableFuture<Void> finish() {
    return CompletableFuture.completedFuture(null);
  }

  /** Ends it at once. A second time does nothing. */
  void close();
}
