package org.lagroups.wormguard.eve;

/** Where lines of events go. */
@FunctionalInterface
public interface EveLog {

  /**
   * Takes one line, which ends in a line feed.
   *
   * @param bytes where it is, from the first byte on, only during this call
   * @param length how many bytes it has
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  void line(byte[] bytes, int length);
}
