package org.lagroups.scenarios.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.control.api.NodeInfo;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.control.client.ControlException;
import org.lagroups.node.state.HomeFolder;

/**
 * A node in a Java process of its own, on the class path of this one. It ends with this process: by
 * a shutdown hook, or, if this one is killed and runs none, because the pipe to its standard input
 * closes.
 */
public final class NodeChild implements AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofMinutes(2);
  private static final long GRACE_SECONDS = 5;
  private static final long POLL_MILLIS = 20;

  private final HomeFolder home;
  private final Process process;
  private final Path output;
  private final Thread reaper;

  private NodeChild(HomeFolder home, Process process, Path output) {
    this.home = home;
    this.process = process;
    this.output = output;
    this.reaper = new Thread(process::destroyForcibly, "reap " + home.state().getFileName());
    Runtime.getRuntime().addShutdownHook(reaper);
  }

  /** Starts {@code lag --home HOME run}; does not wait for it. */
  public static NodeChild start(Path home) {
    List<String> arguments = List.of("--home", home.toString(), "run", "--until-stdin-closes");
    return start(home, "org.lagroups.node.cli.Lag", arguments);
  }

  /** Starts another main class that runs a node at {@code home} until its input closes. */
  public static NodeChild start(Path home, String mainClass, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(virtualMachineOptions());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
    command.addAll(arguments);
    try {
      Files.createDirectories(home);
      Path output = home.resolve("output.txt");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
              .start();
      return new NodeChild(HomeFolder.at(home), process, output);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start a node at " + home, e);
    }
  }

  /** Small and quick to start; with the start-up cache of this process, if it has one. */
  private static List<String> virtualMachineOptions() {
    List<String> options = new ArrayList<>();
    options.add("-XX:TieredStopAtLevel=1");
    options.add("-XX:+UseSerialGC");
    options.add("-Xmx256m");
    options.add("-Xlog:aot*=off");
    options.add("-Xlog:cds*=off");
    options.add("--enable-native-access=ALL-UNNAMED");
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-XX:AOTCache="))
        .forEach(options::add);
    return options;
  }

  /** Its home. */
  public HomeFolder home() {
    return home;
  }

  /** Speaks to it; it has to be ready. */
  public ControlClient control() {
    return ControlClient.of(home);
  }

  /** Waits until it answers. */
  public NodeInfo awaitReady() throws InterruptedException {
    long deadline = System.nanoTime() + LONGEST_START.toNanos();
    while (System.nanoTime() < deadline) {
      if (!process.isAlive()) {
        throw new CommandFailedException(
            "the node at %s ended with %d while starting:%n%s"
                .formatted(home.state(), process.exitValue(), whatItSaid()),
            "");
      }
      try {
        NodeInfo info = control().get("/v1/node", NodeInfo.class);
        if (info.processId() == process.pid()) {
          return info;
        }
      } catch (ControlException e) {
        // Not there yet: its control file appears once it listens.
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    throw new CommandFailedException(
        "the node at %s did not start within %d s:%n%s"
            .formatted(home.state(), LONGEST_START.toSeconds(), whatItSaid()),
        "");
  }

  /** Whether its process runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** The operating system's number for its process. */
  public long processId() {
    return process.pid();
  }

  /** Sends SIGKILL, and waits until the process is gone. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Ends it as Ctrl-C would, or by force if it does not listen. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(reaper);
    } catch (IllegalStateException e) {
      // This process is ending already, and its hooks run.
    }
  }

  private String whatItSaid() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      return "(its output cannot be read: " + e.getMessage() + ")";
    }
  }
}
