package org.lagroups.wormguard.runtime.bypass;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A tool of the system that reads commands from its standard input, one a line, until that ends:
 * with {@link #close}, or with this process. One thread at a time.
 */
public final class ToolSession implements AutoCloseable {

  /**
   * How long an answer may take while a guard opens, on a machine where many others hold the
   * kernel's locks.
   */
  public static final long OPENING_MILLIS = 20_000;

  private static final int MOST_LINES = 10_000;
  private static final long GRACE_MILLIS = 2_000;
  private static final long POLL_MILLIS = 10;

  private final String name;
  private final Process process;
  private final Writer commands;
  private final Thread reader;
  private final BlockingQueue<String> said = new ArrayBlockingQueue<>(MOST_LINES);

  private ToolSession(String name, Process process) {
    this.name = name;
    this.process = process;
    this.commands = process.outputWriter(StandardCharsets.UTF_8);
    this.reader = Thread.ofPlatform().daemon().name("read " + name).unstarted(this::read);
  }

  /**
   * Starts one.
   *
   * @throws IOException if it is not there
   */
  public static ToolSession start(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    ToolSession session = new ToolSession(command[0], process);
    session.reader.start();
    return session;
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Gives a command.
   *
   * @throws IOException if the tool has ended
   */
  public void tell(String command) throws IOException {
    commands.write(command + "\n");
    commands.flush();
  }

  /**
   * Gives a command that makes the tool print something, and waits for that.
   *
   * @param end the last line of it
   * @param millis how long it may take until the next line comes
   * @return what it printed since the last question, up to that line
   * @throws IOException if the tool has ended, or does not print that line
   */
  public List<String> ask(String command, String end, long millis) throws IOException {
    tell(command);
    List<String> lines = new ArrayList<>();
    try {
      while (lines.isEmpty() || !lines.getLast().equals(end)) {
        String line = next(millis);
        if (line == null) {
          String what =
              reader.isAlive()
                  ? "did not answer `%s` in %,d ms".formatted(command, millis)
                  : "ended";
          throw new IOException("%s %s: %s".formatted(name, what, String.join(" ", lines)));
        }
        lines.add(line);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + name + " worked", e);
    }
    return lines;
  }

  /** Ends it. */
  @Override
  public void close() {
    try {
      commands.close();
      if (!process.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException _) {
      process.destroyForcibly();
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** The next line; none if it does not come in time, or never will. */
  private @Nullable String next(long millis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (true) {
      boolean mayCome = reader.isAlive() && System.nanoTime() < deadline;
      String line = said.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
      if (line != null || !mayCome) {
        return line;
      }
    }
  }

  private void read() {
    try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        while (!said.offer(line)) {
          said.poll(); // Nobody asked; the oldest matters least.
        }
      }
    } catch (IOException _) {
      // It is gone, which whoever speaks to it next hears.
    }
  }
}
