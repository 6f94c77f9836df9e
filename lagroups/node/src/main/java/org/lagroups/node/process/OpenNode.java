package org.lagroups.node.process;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.EventLoopGroup;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.bls.Bls;
import org.lagroups.core.crypto.bls.JavaBls;
import org.lagroups.core.crypto.bls.NativeBls;
import org.lagroups.node.control.EventFeed;
import org.lagroups.node.runtime.NodeModule;
import org.lagroups.node.runtime.core.Node;
import org.lagroups.node.runtime.core.NodeParts;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.node.state.HomeLock;
import org.lagroups.node.state.OwnerFiles;
import org.lagroups.node.state.Schema;
import org.lagroups.node.state.config.NodeConfig;
import org.lagroups.node.state.database.DatabaseCopier;
import org.lagroups.node.state.database.DatabaseFile;
import org.lagroups.node.state.identity.IdentityStore;
import org.lagroups.node.state.tables.CoreTables;
import org.lagroups.node.transport.EventLoops;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A node at its home folder: locked, opened and running, without a control API. */
public final class OpenNode implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OpenNode.class);

  private final Node node;
  private final Warnings warnings;
  private final Closing closing;

  private OpenNode(Node node, Warnings warnings, Closing closing) {
    this.node = node;
    this.warnings = warnings;
    this.closing = closing;
  }

  /**
   * Starts a node; makes what is missing in its home.
   *
   * @param settings read once the home is locked; the options may change them
   * @throws org.lagroups.node.state.StateException if it cannot be started, with what to do
   */
  public static OpenNode start(
      HomeFolder home,
      Supplier<NodeConfig> settings,
      NodeOptions options,
      EventFeed events,
      MeterRegistry meters) {
    Closing closing = new Closing();
    try {
      return open(home, settings, options, events, meters, closing);
    } catch (RuntimeException e) {
      closing.close();
      throw e;
    }
  }

  private static OpenNode open(
      HomeFolder home,
      Supplier<NodeConfig> settings,
      NodeOptions options,
      EventFeed events,
      MeterRegistry meters,
      Closing closing) {
    OwnerFiles.createFolder(home.state());
    closing.add(HomeLock.take(home)::close);
    NodeConfig config = options.config().apply(settings.get());
    Identity identity =
        new IdentityStore(home).openOrCreate(new SecureRandom(), options.passphrase());
    DatabaseFile.Opened opened =
        DatabaseFile.open(home.database(), schemas(options.modules()), Instant.now());
    closing.add(opened.database()::close);
    closing.add(DatabaseCopier.start(home.database())::close);
    new Warnings(opened, List::of).now().forEach(warning -> LOG.atError().log(warning));
    EventLoopGroup loops = options.loops().orElseGet(() -> ownLoops(closing));
    Node node =
        Node.start(
            new NodeParts(
                home,
                config,
                identity,
                bls(),
                opened.database(),
                loops.next(),
                options.transport(),
                options.modules(),
                options.tests(),
                events,
                meters));
    closing.add(node::close);
    return new OpenNode(node, new Warnings(opened, node::moduleWarnings), closing);
  }

  /** The node. */
  public Node node() {
    return node;
  }

  Warnings warnings() {
    return warnings;
  }

  /** Ends everything; a second call, from any thread, waits for the first and does nothing. */
  @Override
  public void close() {
    synchronized (closing) {
      closing.close();
    }
  }

  private static List<Schema> schemas(List<NodeModule> modules) {
    return Stream.concat(Stream.of(CoreTables.SCHEMA), modules.stream().map(NodeModule::schema))
        .toList();
  }

  private static EventLoopGroup ownLoops(Closing closing) {
    EventLoopGroup loops = EventLoops.newGroup(1, "lag-loop");
    closing.add(() -> loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3_000));
    return loops;
  }

  /** The native library where there is one for this system. */
  private static Bls bls() {
    Optional<Bls> loaded = NativeBls.load();
    UnpackedLibraries.sweep(Path.of(System.getProperty("java.io.tmpdir")), Instant.now());
    return loaded.orElseGet(() -> {
      LOG.atWarn()
          .log("no native library for BLS signatures here: transcripts take seconds to make");
      return new JavaBls();
    });
  }
}
