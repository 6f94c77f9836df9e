package org.lagroups.scenarios.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a process writes to its standard error: passed on to that of this process as it comes, and
 * its last lines kept, to say why it ended. Any thread.
 */
public final class ErrorOutput {

  private static final int LAST_LINES = 15;
  private static final long GRACE_MILLIS = 2_000;

  private final Process process;
  private final Deque<String> lastLines = new ArrayDeque<>();
  private final Thread reader;

  private ErrorOutput(Process process) {
    this.process = process;
    this.reader =
        Thread.ofPlatform().daemon().name("errors of " + process.pid()).unstarted(this::read);
  }

  /** That of a process whose standard error is a pipe. */
  public static ErrorOutput of(Process process) {
    ErrorOutput output = new ErrorOutput(process);
    output.reader.start();
    return output;
  }

  /** The last lines of a process that ends or has ended. */
  public String lastLines() throws InterruptedException {
    reader.join(GRACE_MILLIS);
    synchronized (lastLines) {
      return String.join("\n", lastLines);
    }
  }

  private void read() {
    try (BufferedReader in = process.errorReader()) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        System.err.println(line);
        remember(line);
      }
    } catch (IOException e) {
      remember("its errors ended: " + e.getMessage());
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
}
