package org.lagroups.node.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that whoever started this process is gone: the operating system closes the pipe to its
 * standard input then, even where the parent was killed and could not say good-bye.
 */
public final class EndOfInput {

  private static final Logger LOG = LoggerFactory.getLogger(EndOfInput.class);

  private EndOfInput() {}

  /**
   * Reads {@code input} to its end on a thread of its own, which keeps no process alive, and then
   * runs {@code action} there. What is read means nothing.
   */
  public static void watch(InputStream input, Runnable action) {
    Thread watcher = new Thread(() -> drain(input, action), "lag-stdin");
    watcher.setDaemon(true);
    watcher.start();
  }

  private static void drain(InputStream input, Runnable action) {
    try {
      input.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      LOG.warn("Standard input cannot be read, and counts as closed", e);
    }
    action.run();
  }
}
