package org.lagroups.node.runtime.core;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.EventLoop;
import java.util.List;
import java.util.function.UnaryOperator;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.bls.Bls;
import org.lagroups.core.monitor.Monitor;
import org.lagroups.node.control.EventFeed;
import org.lagroups.node.runtime.NodeModule;
import org.lagroups.node.runtime.TransportFactory;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.node.state.StateStore;
import org.lagroups.node.state.config.NodeConfig;

/**
 * What a node is made of. All of it belongs to the caller, who closes it after the node.
 *
 * @param bls does the arithmetic of endorsements
 * @param store with the tables of the core and of all modules in place
 * @param tests given the batteries that the settings name, says by which test the node decides
 * @param loop may be shared with other nodes
 */
public record NodeParts(
    HomeFolder home,
    NodeConfig config,
    Identity identity,
    Bls bls,
    StateStore store,
    EventLoop loop,
    TransportFactory transport,
    List<NodeModule> modules,
    UnaryOperator<Monitor> tests,
    EventFeed events,
    MeterRegistry meters) {

  public NodeParts {
    modules = List.copyOf(modules);
  }

  /** The same with other tests. */
  NodeParts withTests(UnaryOperator<Monitor> other) {
    return new NodeParts(
        home, config, identity, bls, store, loop, transport, modules, other, events, meters);
  }
}
