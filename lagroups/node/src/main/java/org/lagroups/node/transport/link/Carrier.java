package org.lagroups.node.transport.link;

import java.net.InetSocketAddress;
import org.lagroups.machine.NodeId;

/** Makes links. Incoming links show up with {@link LinkEvents#onSaid}. */
public interface Carrier {

  /** Tries to connect with {@code expected}; exactly one call of {@code outcome} follows, later. */
  Attempt dial(InetSocketAddress address, NodeId expected, Outcome outcome);

  /** A dial under way. */
  interface Attempt {

    /** Gives it up if it has no outcome yet; then there will be none. */
    void cancel();
  }

  /** How a dial ended. */
  interface Outcome {

    /** Connected with the expected node. */
    void connected(Link link);

    /**
     * Not connected.
     *
     * @param reason for people
     */
    void failed(String reason);
  }
}
