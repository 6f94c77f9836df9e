package org.lagroups.scenarios.process;

import java.io.IOException;

/** Threads that end with a connection, or with the process. */
public final class Background {

  private Background() {}

  /** What a thread does. */
  @FunctionalInterface
  public interface Work {

    /** Does it. */
    void run() throws IOException, InterruptedException;
  }

  /** Starts a thread. */
  public static void start(String name, Work work) {
    Thread.ofPlatform()
        .daemon()
        .name(name)
        .start(() -> {
          try {
            work.run();
          } catch (IOException e) {
            // Whoever started the process sees what did not arrive, and shows what it said.
            System.err.println(name + ": " + e);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }
}
