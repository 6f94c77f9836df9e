package org.lagroups.multicast.runtime.session;

import org.lagroups.multicast.api.CastView;
import org.lagroups.multicast.stream.StreamId;

/** A stream that is sent or received, or was. */
interface CastSession {

  StreamId id();

  /** How it goes. */
  CastView view();

  /** Ends it. A second time does nothing. */
  void close();
}
