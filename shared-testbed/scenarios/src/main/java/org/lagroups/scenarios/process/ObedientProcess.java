package org.lagroups.scenarios.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A process whose main class takes {@link Orders}. It ends with this process: by a shutdown hook,
 * or because its input closes.
 */
public final class ObedientProcess implements AutoCloseable {

  private static final int LAST_LINES = 15;
  private static final long GRACE_SECONDS = 15;
  private static final long POLL_MILLIS = 200;

  private final Process process;
  private final Writer orders;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final Deque<String> lastLines = new ArrayDeque<>();
  private final Thread reaper;

  private ObedientProcess(Process process) {
    this.process = process;
    this.orders = process.outputWriter(StandardCharsets.UTF_8);
    this.reaper = new Thread(process::destroyForcibly, "reap " + process.pid());
    Runtime.getRuntime().addShutdownHook(reaper);
    Thread reader = new Thread(this::read, "read " + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts one; {@link #awaitStarted} waits for it. */
  public static ObedientProcess start(List<String> command) {
    try {
      return new ObedientProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command.getFirst(), e);
    }
  }

  /** Waits until it takes orders. */
  public void awaitStarted(long millis) throws InterruptedException {
    answer("to start", millis);
  }

  /** Gives an order and waits for its answer. */
  public String ask(String order, long millis) throws InterruptedException {
    try {
      orders.write(order + "\n");
      orders.flush();
    } catch (IOException e) {
      throw new IllegalStateException("the process is gone:\n" + said(), e);
    }
    return answer(order, millis);
  }

  /** Asks for something that is known at once. */
  public String ask(String order) throws InterruptedException {
    return ask(order, TimeUnit.SECONDS.toMillis(GRACE_SECONDS));
  }

  /** Asks for a condition to come, with the time as the last word; whether it came in time. */
  public boolean await(String condition, long millis) throws InterruptedException {
    long grace = TimeUnit.SECONDS.toMillis(GRACE_SECONDS);
    return !ask(condition + " " + millis, millis + grace).equals(Orders.LATE);
  }

  /** Asks for a number. */
  public long number(String order) throws InterruptedException {
    return Long.parseLong(ask(order));
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it at once. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Makes it stand still; its connections stay open. */
  public void stop() throws InterruptedException {
    signal("-STOP");
  }

  /** Makes it go on. */
  public void resume() throws InterruptedException {
    signal("-CONT");
  }

  /** Ends it at once: nothing that it has is needed any more. */
  @Override
  public void close() {
    kill();
    try {
      Runtime.getRuntime().removeShutdownHook(reaper);
    } catch (IllegalStateException e) {
      // This process is ending already, and its hooks run.
    }
  }

  private void signal(String signal) throws InterruptedException {
    try {
      int result =
          new ProcessBuilder("kill", signal, String.valueOf(process.pid())).start().waitFor();
      if (result != 0) {
        throw new IllegalStateException("cannot send " + signal + " to " + process.pid());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot send " + signal, e);
    }
  }

  private String answer(String to, long millis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    String answer = null;
    while (answer == null && System.nanoTime() < deadline) {
      boolean alive = process.isAlive();
      answer = answers.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
      if (answer == null && !alive) {
        break;
      }
    }
    if (answer == null) {
      throw new IllegalStateException("no answer to \"" + to + "\":\n" + said());
    }
    return answer;
  }

  private void read() {
    try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith(Orders.ANSWER)) {
          answers.add(line.substring(Orders.ANSWER.length()));
        } else {
          remember(line);
        }
      }
    } catch (IOException e) {
      remember("its output ended: " + e.getMessage());
    }
  }

  private void remember(String line) {
    synchronized (lastLines) {
      lastLines.add(line);
      if (lastLines.size() > LAST_LINES) {
        lastLines.remove();
      }
    }
  }

  private String said() {
    synchronized (lastLines) {
      return String.join("\n", lastLines);
    }
  }
}
