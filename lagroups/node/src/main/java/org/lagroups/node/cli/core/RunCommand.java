package org.lagroups.node.cli.core;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.Output.Colour;
import org.lagroups.node.process.EndOfInput;
import org.lagroups.node.process.LogSetup;
import org.lagroups.node.process.NodeOptions;
import org.lagroups.node.process.NodeProcess;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.node.state.OwnerFiles;
import org.lagroups.node.state.config.ConfigFile;
import org.lagroups.node.state.config.LogLevel;
import org.lagroups.node.state.config.NodeConfig;
import org.lagroups.node.state.identity.Passphrase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lag run}. */
@Command(
    name = "run",
    description = {
      "Runs this node in the foreground, until Ctrl-C or `lag stop`.",
      "Its settings are in config.toml in the node's folder, which the first start writes.",
      "Groups, invitations and shares outlast a stop: a node that starts again goes on in them.",
      "With --json it prints one line as soon as it is ready; the log goes to standard error."
    })
final class RunCommand extends LagCommand {

  @Option(names = "--name", paramLabel = "NAME", description = "What others see; overrides `name`.")
  private @Nullable String name;

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS",
      description = "Local address to listen on; overrides `network.listen`.")
  private @Nullable String listen;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port of UDP and TCP, 0 for any; overrides `network.port`.")
  private @Nullable Integer port;

  @Option(
      names = "--log",
      paramLabel = "LEVEL",
      description = "error, warn, info, debug or trace; overrides `log.level`.")
  private @Nullable LogLevel level;

  @Option(
      names = "--until-stdin-closes",
      description = {
        "End, in order, also when standard input ends: for a program that starts this node through a",
        "pipe, and wants it gone when it is gone itself."
      })
  private boolean untilStdinCloses;

  /** What is printed once the node is ready. */
  record Ready(NodeId node, int port, int controlPort, String home, long processId) {}

  @Override
  public Integer call() throws InterruptedException {
    HomeFolder home = home();
    OwnerFiles.createFolder(home.config());
    NodeConfig config = overridden(ConfigFile.readOrCreate(home.configFile()));
    LogSetup.to(home.logFile(), config.logLevel());
    NodeOptions options =
        NodeOptions.standard()
            .withConfig(this::overridden)
            .withPassphrase(Passphrase.of(environment()));
    try (NodeProcess process = NodeProcess.start(home, options)) {
      Thread hook = new Thread(process::close, "lag-end");
      Runtime.getRuntime().addShutdownHook(hook);
      announce(process, home);
      if (untilStdinCloses) {
        EndOfInput.watch(System.in, process::askToEnd);
      }
      process.awaitEnd();
      forget(hook);
    }
    return DONE;
  }

  private NodeConfig overridden(NodeConfig config) {
    NodeConfig named = Optional.ofNullable(name).map(config::withName).orElse(config);
    NodeConfig listening =
        named.withListen(
            listen == null ? named.listenHost() : host(listen),
            Optional.ofNullable(port).orElse(named.port()));
    return Optional.ofNullable(level).map(listening::withLogLevel).orElse(listening);
  }

  private String host(String typed) {
    try {
      return new NodeAddress(typed, 1).host();
    } catch (IllegalArgumentException e) {
      throw usage("--listen: " + e.getMessage() + "; the port is said by --port");
    }
  }

  private void announce(NodeProcess process, HomeFolder home) {
    Ready ready =
        new Ready(
            process.self(),
            process.port(),
            process.controlPort(),
            home.state().toString(),
            ProcessHandle.current().pid());
    out()
        .data(
            ready,
            () -> {
              out().line("node      " + ready.node());
              out().line("port      " + ready.port() + " (UDP)");
              out().line("control   http://127.0.0.1:" + ready.controlPort());
              out().line("home      " + ready.home());
              out().line("Running. Ctrl-C or `lag stop` ends it.");
            });
    process.warnings().forEach(warning -> out().note(out().in(Colour.BAD, "Warning: ") + warning));
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // the hook itself has ended the wait
    }
  }
}
