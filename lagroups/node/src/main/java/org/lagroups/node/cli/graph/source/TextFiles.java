package org.lagroups.node.cli.graph.source;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.graph.io.GraphFiles;
import org.lagroups.core.graph.io.GraphFormatException;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.Output;

/** Files that are named on the command line; what is wrong with one, ends the command. */
public final class TextFiles {

  private TextFiles() {}

  /** Takes something out of a text. */
  interface Reading<T> {
    T read(Reader reader) throws IOException, GraphFormatException;
  }

  /** Reads a graph, in the format that the file's name ends in. */
  static AttestationGraph<String> graph(Path file) {
    GraphFiles format = format(file);
    return read(file, reader -> format.read(Output.safe(file.toString()), reader));
  }

  /** Writes a graph, in the format that the file's name ends in; all of it or nothing. */
  public static void write(AttestationGraph<?> graph, Path file) {
    GraphFiles format = format(file);
    Path unfinished = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (BufferedWriter writer = Files.newBufferedWriter(unfinished)) {
        write(graph, format, writer);
      } catch (IOException | CommandFailedException e) {
        Files.deleteIfExists(unfinished);
        throw e;
      }
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CommandFailedException(
          "cannot write %s: %s".formatted(Output.safe(file.toString()), e),
          "name a file in a folder that you may write to");
    }
  }

  private static void write(AttestationGraph<?> graph, GraphFiles format, Writer writer)
      throws IOException {
    try {
      format.write(graph, writer);
    } catch (IllegalArgumentException e) {
      throw new CommandFailedException(String.valueOf(e.getMessage()), "use another format");
    }
  }

  /** Reads a file of UTF-8 text. */
  static <T> T read(Path file, Reading<T> reading) {
    String name = Output.safe(file.toString());
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return reading.read(reader);
    } catch (GraphFormatException e) {
      throw new CommandFailedException(
          String.valueOf(e.getMessage()), "correct that place, and ask again");
    } catch (NoSuchFileException e) {
      throw new CommandFailedException("there is no file " + name, "name one that is there");
    } catch (CharacterCodingException e) {
      throw new CommandFailedException(
          name + NotUtf8.place(file) + " is not UTF-8 text", "save it as UTF-8, and ask again");
    } catch (IOException e) {
      throw new CommandFailedException(
          "cannot read " + name + ": " + Output.safe(String.valueOf(e.getMessage())),
          "name a file that you may read");
    }
  }

  private static GraphFiles format(Path file) {
    try {
      return GraphFiles.of(file.toString());
    } catch (IllegalArgumentException e) {
      throw new CommandFailedException(
          String.valueOf(e.getMessage()), "rename the file, or convert it to one of these");
    }
  }
}
