package org.lagroups.scenarios.guard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.lagroups.node.cli.Lag;
import org.lagroups.scenarios.netlab.Passage;
import org.lagroups.scenarios.process.ErrorOutput;
import org.lagroups.scenarios.process.JavaCommand;

/** {@code lag guard run} in a process of its own. One thread at a time. */
public final class GuardChild implements AutoCloseable {

  private static final int HEAP_MEGABYTES = 256;

  private final UnaryOperator<List<String>> inside;
  private final Path home;
  private final Process process;
  private final BufferedReader lines;

  private GuardChild(UnaryOperator<List<String>> inside, Path home, Process process) {
    this.inside = inside;
    this.home = home;
    this.process = process;
    this.lines = process.inputReader();
  }

  /** Starts one between the hosts of a passage, and waits until it guards. */
  public static GuardChild start(Passage passage, Path home, String... options) {
    List<String> all =
        new ArrayList<>(
            List.of("--mode", "inline", "--in", Passage.TO_LEFT, "--out", Passage.TO_RIGHT));
    all.addAll(List.of(options));
    return start(passage::insideBetween, home, all);
  }

  /** Starts one somewhere, and waits until it guards. */
  public static GuardChild start(
      UnaryOperator<List<String>> inside, Path home, List<String> options) {
    List<String> arguments =
        new ArrayList<>(List.of("--json", "--home", home.toString(), "guard", "run"));
    arguments.addAll(options);
    List<String> command =
        new ArrayList<>(
            inside.apply(
                JavaCommand.of(Lag.class, HEAP_MEGABYTES, arguments.toArray(String[]::new))));
    // Where this runs under nohup, the guard would ignore it, too.
    command.addAll(0, List.of("env", "--default-signal=HUP"));
    try {
      Process process = new ProcessBuilder(command).start();
      ErrorOutput errors = ErrorOutput.of(process);
      GuardChild child = new GuardChild(inside, home, process);
      String ready = child.lines.readLine();
      if (ready == null || !ready.startsWith("{")) {
        if (ready != null) {
          child.close();
        }
        throw new IllegalStateException(
            "the guard did not start: %s, exit %d\n%s"
                .formatted(ready, child.awaitEnd(), errors.lastLines()));
      }
      return child;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a guard starts", e);
    }
  }

  /** What another command of {@code lag} prints about it, as JSON. */
  public String ask(String... command) throws InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("--json", "--home", home.toString()));
    arguments.addAll(List.of(command));
    List<String> all =
        inside.apply(JavaCommand.of(Lag.class, HEAP_MEGABYTES, arguments.toArray(String[]::new)));
    try {
      Process asking =
          new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      String answer = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (asking.waitFor() != 0) {
        throw new IllegalStateException("%s failed".formatted(arguments));
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends SIGKILL, and waits until it is gone. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Sends SIGTERM, and waits until it has ended; its exit code. */
  public int end() throws InterruptedException {
    return end("TERM");
  }

  /** Sends a signal that ends it, and waits until it has; its exit code. */
  public int end(String signal) throws InterruptedException {
    send(signal);
    return awaitEnd();
  }

  /** Sends a signal, named as {@code kill} knows it. */
  public void send(String signal) throws InterruptedException {
    try {
      int result =
          new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
      if (result != 0) {
        throw new IllegalStateException("cannot send SIG%s to the guard".formatted(signal));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot send SIG" + signal, e);
    }
  }

  /** Waits until it has ended by itself; its exit code. */
  public int awaitEnd() throws InterruptedException {
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the guard does not end");
    }
    return process.exitValue();
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** The operating system's number for its process. */
  public long processId() {
    return process.pid();
  }

  /** The processor time that it has taken, of all its threads. */
  public Duration processorTime() {
    return process
        .info()
        .totalCpuDuration()
        .orElseThrow(() -> new IllegalStateException("the guard is gone"));
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
