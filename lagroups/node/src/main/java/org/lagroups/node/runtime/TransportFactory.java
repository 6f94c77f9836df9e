package org.lagroups.node.runtime;

import io.netty.channel.EventLoop;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.Predicate;
import org.lagroups.core.crypto.Identity;
import org.lagroups.machine.NodeId;
import org.lagroups.node.transport.Transport;
import org.lagroups.node.transport.TransportListener;

/** Opens a node's transport. */
@FunctionalInterface
public interface TransportFactory {

  /**
   * Opens sockets. Called on the event loop.
   *
   * @param loop on which the transport lives and calls {@code listener}, never from within a call
   * @param bind the local address; port 0 takes any free one
   * @param allowed whether to have sessions with a node
   * @throws org.lagroups.node.transport.PortInUseException if the port is taken
   */
  Transport open(
      EventLoop loop,
      Identity identity,
      InetSocketAddress bind,
      Predicate<NodeId> allowed,
      TransportListener listener)
      throws IOException;
}
