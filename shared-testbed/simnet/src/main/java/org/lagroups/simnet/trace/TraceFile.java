package org.lagroups.simnet.trace;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file in which all runs of this JVM write their traces one after the other, if {@code
 * -Dlag.trace=FILE} names one. It grows fast: use it together with {@code -Dlag.seed}.
 */
public final class TraceFile {

  private static final Optional<BufferedWriter> WRITER =
      Optional.ofNullable(System.getProperty("lag.trace")).map(TraceFile::open);

  private TraceFile() {}

  /** The file, if one was asked for. */
  public static Optional<BufferedWriter> ofThisJvm() {
    return WRITER;
  }

  static BufferedWriter open(String name) {
    try {
      return Files.newBufferedWriter(Path.of(name));
    } catch (IOException e) {
      throw new UncheckedIOException("the trace cannot be written to " + name, e);
    }
  }
}
