package org.lagroups.node.runtime.core;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.Predicate;
import org.lagroups.machine.NodeId;
import org.lagroups.node.state.StateException;
import org.lagroups.node.state.tables.FactTable;
import org.lagroups.node.transport.PortInUseException;
import org.lagroups.node.transport.Transport;
import org.lagroups.node.transport.TransportListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a node's sockets where its settings say, or says what to do about it. */
final class OwnSockets {

  private static final Logger LOG = LoggerFactory.getLogger(OwnSockets.class);

  private final NodeParts parts;
  private final Predicate<NodeId> allowed;
  private final TransportListener listener;

  private OwnSockets(NodeParts parts, Predicate<NodeId> allowed, TransportListener listener) {
    this.parts = parts;
    this.allowed = allowed;
    this.listener = listener;
  }

  /**
   * Opens them. With port 0 the one used last is tried first, so that others find this node again.
   *
   * @throws StateException if the port is taken or the address is not this machine's
   */
  static Transport open(
      NodeParts parts, FactTable facts, Predicate<NodeId> allowed, TransportListener listener) {
    OwnSockets sockets = new OwnSockets(parts, allowed, listener);
    int wanted = parts.config().port();
    return wanted == 0 ? sockets.openAnyPort(facts.lastPort().orElse(0)) : sockets.openPort(wanted);
  }

  /** The address to listen on is not this machine's. */
  static StateException wrongListenAddress(NodeParts parts, IOException e) {
    return new StateException(
        StateException.Kind.CONFIG,
        "cannot listen on %s: %s".formatted(parts.config().listenHost(), e.getMessage()),
        "set network.listen in " + parts.home().configFile() + " to an address of this machine",
        e);
  }

  private Transport openAnyPort(int last) {
    if (last != 0) {
      try {
        return tryPort(last);
      } catch (PortInUseException e) {
        LOG.atWarn().addKeyValue("port", last).log("the port used last is taken: using another");
      }
    }
    return openPort(0);
  }

  private Transport openPort(int port) {
    try {
      return tryPort(port);
    } catch (PortInUseException e) {
      throw new StateException(
          StateException.Kind.IN_USE,
          String.valueOf(e.getMessage()),
          "set network.port in " + parts.home().configFile() + " to a free one, or to 0",
          e);
    }
  }

  private Transport tryPort(int port) throws PortInUseException {
    InetSocketAddress bind = new InetSocketAddress(parts.config().listenHost(), port);
    try {
      return parts.transport().open(parts.loop(), parts.identity(), bind, allowed, listener);
    } catch (PortInUseException e) {
      throw e;
    } catch (IOException e) {
      throw wrongListenAddress(parts, e);
    }
  }
}
