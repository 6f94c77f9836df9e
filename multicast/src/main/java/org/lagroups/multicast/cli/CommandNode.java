package org.lagroups.multicast.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.multicast.api.CastList;
import org.lagroups.multicast.api.CastView;
import org.lagroups.multicast.runtime.MulticastModule;
import org.lagroups.multicast.runtime.session.StandardStreams;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.Output;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.control.client.ControlException;
import org.lagroups.node.process.LogSetup;
import org.lagroups.node.process.NodeOptions;
import org.lagroups.node.process.NodeProcess;
import org.lagroups.node.runtime.NodeModule;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.node.state.OwnerFiles;
import org.lagroups.node.state.config.ConfigFile;
import org.lagroups.node.state.identity.Passphrase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The node that a command uses: the one that runs, or else one within the command's process. */
final class CommandNode implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CommandNode.class);

  static final String STREAMS = "/v1/cast/streams";
  static final String TOP = "/v1/cast/top";
  static final String UPLINK = "/v1/cast/uplink";

  private final ControlClient control;
  private final @Nullable NodeProcess own;

  private CommandNode(ControlClient control, @Nullable NodeProcess own) {
    this.control = control;
    this.own = own;
  }

  /**
   * Finds it, or starts it and says so.
   *
   * @throws org.lagroups.node.state.StateException if it cannot be started, with what to do
   */
  static CommandNode of(HomeFolder home, Map<String, String> environment, Output out) {
    try {
      ControlClient running = ControlClient.of(home);
      running.get(STREAMS, CastList.class);
      return new CommandNode(running, null);
    } catch (ControlException e) {
      if (!e.code().equals(ControlException.NOT_RUNNING)) {
        throw e;
      }
    }
    out.note(
        "No node runs at %s: this command runs it, as long as it lasts.".formatted(home.state()));
    return start(home, environment);
  }

  ControlClient control() {
    return control;
  }

  /** Refuses {@code -} where it would be the standard input or output of another process. */
  void requireOwn(String place, String instead) {
    if (place.equals("-") && own == null) {
      throw new CommandFailedException(
          "a node runs already, in a process with a standard input and output of its own",
          "%s; or let this command run a node: --home ANOTHER".formatted(instead));
    }
  }

  /** What has to happen when the process ends before {@link #close}: with Ctrl-C. */
  void onEnd(Runnable before) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  before.run();
                  close();
                },
                "lag-cast-end"));
  }

  /** Ends a stream, as far as that can still be done; answers how it was. */
  static Optional<CastView> end(ControlClient control, String path) {
    try {
      return Optional.of(control.delete(path, CastView.class));
    } catch (ControlException e) {
      LOG.atDebug().setCause(e).log("a stream had ended before, or its node");
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    if (own != null) {
      own.close();
    }
  }

  private static CommandNode start(HomeFolder home, Map<String, String> environment) {
    OwnerFiles.createFolder(home.config());
    LogSetup.quietlyTo(home.logFile(), ConfigFile.readOrCreate(home.configFile()).logLevel());
    NodeOptions standard = NodeOptions.standard().withPassphrase(Passphrase.of(environment));
    NodeProcess process =
        NodeProcess.start(home, standard.withModules(withStandardStreams(standard.modules())));
    return new CommandNode(ControlClient.of(home), process);
  }

  private static List<NodeModule> withStandardStreams(List<NodeModule> installed) {
    MulticastModule own =
        MulticastModule.with(
            new StandardStreams(System.in, new FileOutputStream(FileDescriptor.out)));
    List<NodeModule> modules = new ArrayList<>(installed);
    modules.removeIf(module -> module.name().equals(own.name()));
    modules.add(own);
    return modules;
  }
}
