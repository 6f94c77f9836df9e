package org.lagroups.node.process;

import io.netty.channel.EventLoopGroup;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.lagroups.core.monitor.Monitor;
import org.lagroups.node.runtime.NodeModule;
import org.lagroups.node.runtime.TransportFactory;
import org.lagroups.node.runtime.core.Modules;
import org.lagroups.node.state.config.NodeConfig;
import org.lagroups.node.state.identity.Passphrase;
import org.lagroups.node.transport.TransportSettings;
import org.lagroups.node.transport.dual.DualTransport;

/**
 * How a node is run, beyond what its settings say.
 *
 * @param config changes the settings read
 * @param passphrase of the keystore
 * @param modules the applications that take part
 * @param tests given the batteries that the settings name, says by which test the node decides for
 *     whom it vouches
 * @param transport what carries sessions
 * @param loops shared with other nodes of this Java process; if empty, the node makes its own
 */
public record NodeOptions(
    UnaryOperator<NodeConfig> config,
    Passphrase passphrase,
    List<NodeModule> modules,
    UnaryOperator<Monitor> tests,
    TransportFactory transport,
    Optional<EventLoopGroup> loops) {

  public NodeOptions {
    modules = List.copyOf(modules);
  }

  /** As the settings say, with all installed modules, over QUIC and TLS. */
  public static NodeOptions standard() {
    return new NodeOptions(
        config -> config,
        Passphrase.NONE,
        Modules.installed(),
        battery -> battery,
        (loop, identity, bind, allowed, listener) ->
            DualTransport.open(
                loop, TransportSettings.at(bind), identity, allowed.negate(), listener),
        Optional.empty());
  }

  /** The same with changed settings. */
  public NodeOptions withConfig(UnaryOperator<NodeConfig> change) {
    return new NodeOptions(change, passphrase, modules, tests, transport, loops);
  }

  /** The same with another source of the passphrase. */
  public NodeOptions withPassphrase(Passphrase other) {
    return new NodeOptions(config, other, modules, tests, transport, loops);
  }

  /** The same with other modules. */
  public NodeOptions withModules(List<NodeModule> others) {
    return new NodeOptions(config, passphrase, others, tests, transport, loops);
  }

  /** The same with other tests, which may include the batteries that the settings name. */
  public NodeOptions withTests(UnaryOperator<Monitor> others) {
    return new NodeOptions(config, passphrase, modules, others, transport, loops);
  }

  /** The same with something else to carry sessions. */
  public NodeOptions withTransport(TransportFactory other) {
    return new NodeOptions(config, passphrase, modules, tests, other, loops);
  }

  /** The same on event loops that other nodes use too. */
  public NodeOptions withLoops(EventLoopGroup shared) {
    return new NodeOptions(config, passphrase, modules, tests, transport, Optional.of(shared));
  }
}
