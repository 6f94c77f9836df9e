package org.lagroups.wormguard.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.Output;
import org.lagroups.wormguard.eve.EveLog;
import org.lagroups.wormguard.eve.EveStream;

/** Where a command writes events to: a file, standard output, or nowhere. */
final class EveOutput implements AutoCloseable {

  /** No file. */
  static final Path NOWHERE = Path.of("");

  private static final String STANDARD_OUTPUT = "-";

  private final Path path;
  private final EveStream stream;

  private EveOutput(Path path, OutputStream out) {
    this.path = path;
    this.stream = new EveStream(out);
  }

  static boolean isStandardOutput(Path path) {
    return path.toString().equals(STANDARD_OUTPUT);
  }

  /** Opens it, and empties a file that is there. */
  static EveOutput open(Path path, PrintWriter standardOutput) {
    if (path.equals(NOWHERE)) {
      return new EveOutput(path, OutputStream.nullOutputStream());
    }
    if (isStandardOutput(path)) {
      return new EveOutput(path, new Printed(standardOutput));
    }
    try {
      return new EveOutput(path, Files.newOutputStream(path));
    } catch (IOException e) {
      throw failed(path, e);
    }
  }

  /** Whether anybody reads what is written. */
  boolean isSomewhere() {
    return !path.equals(NOWHERE);
  }

  EveLog log() {
    return (bytes, length) -> {
      try {
        stream.line(bytes, length);
      } catch (UncheckedIOException e) {
        throw failed(path, e);
      }
    };
  }

  /** Writes what is buffered. Any thread. */
  void flush() {
    try {
      stream.flush();
    } catch (UncheckedIOException e) {
      throw failed(path, e);
    }
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (UncheckedIOException e) {
      throw failed(path, e);
    }
  }

  private static CommandFailedException failed(Path path, Exception why) {
    return new CommandFailedException(
        "cannot write events to %s: %s"
            .formatted(
                isStandardOutput(path) ? "standard output" : Output.safe(path.toString()),
                Output.safe(String.valueOf(why.getMessage()))),
        "name a file in a folder that is there and that you may write to");
  }

  /** Lines of JSON on the command's standard output, which stays open. */
  private static final class Printed extends OutputStream {

    private final PrintWriter out;

    Printed(PrintWriter out) {
      this.out = out;
    }

    @Override
    public void write(int octet) throws IOException {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.print(new String(bytes, offset, length, StandardCharsets.UTF_8));
      if (out.checkError()) {
        throw new IOException("nobody reads it");
      }
    }
  }
}
