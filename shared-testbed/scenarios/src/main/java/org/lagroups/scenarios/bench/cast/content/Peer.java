package org.lagroups.scenarios.bench.cast.content;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;

/** A node's part in distributing a file. */
public interface Peer {

  /** Where others connect. */
  int port();

  /** Connects to others, before anything is sent. */
  void join(List<InetSocketAddress> others) throws IOException;

  /** At the source, whose holding is full from now on: begins. */
  void begin();
}
