package org.lagroups.multicast.wire;

import org.lagroups.multicast.stream.StreamId;

/** What nodes say to each other about a stream: one message of protocol 17. */
public sealed interface CastMessage permits StreamMessage, RelayMessage, TreeMessage {

  /** The stream it is about. */
  StreamId stream();
}
