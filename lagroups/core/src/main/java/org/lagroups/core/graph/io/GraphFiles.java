package org.lagroups.core.graph.io;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.Locale;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.machine.Printable;

/** Graphs in the format that a file's name ends in. Files themselves are the caller's business. */
public enum GraphFiles {
  /** {@code .csv}: see {@link GraphCsv}. */
  CSV,
  /** {@code .graphml} or {@code .xml}: see {@link GraphMl}. */
  GRAPHML,
  /** {@code .dot} or {@code .gv}: see {@link GraphDot}. */
  DOT;

  /**
   * The format of a file.
   *
   * @param name the file's name, with or without its folders
   * @throws IllegalArgumentException if it ends in none of the formats' endings
   */
  public static GraphFiles of(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
      case "csv" -> CSV;
      case "graphml", "xml" -> GRAPHML;
      case "dot", "gv" -> DOT;
      default ->
          throw new IllegalArgumentException(
              "%s ends like no graph: a graph is CSV (.csv), GraphML (.graphml or .xml) or DOT (.dot or .gv)"
                  .formatted(Printable.of(name)));
    };
  }

  /**
   * Reads a graph to the end of the text.
   *
   * @param source what messages call the text: the file's name, for instance
   * @throws GraphFormatException if it is not in this format, saying where and what was expected
   * @throws IOException if reading fails
   */
  public AttestationGraph<String> read(String source, Reader reader)
      throws IOException, GraphFormatException {
    return switch (this) {
      case CSV -> GraphCsv.read(source, reader);
      case GRAPHML -> GraphMl.read(source, reader);
      case DOT -> GraphDot.read(source, reader);
    };
  }

  /**
   * Writes a graph, so that {@link #read} gives it back.
   *
   * @throws IllegalArgumentException if a vertex has a name that this format cannot write
   * @throws IOException if writing fails
   */
  public void write(AttestationGraph<?> graph, Writer writer) throws IOException {
    switch (this) {
      case CSV -> GraphCsv.write(graph, writer);
      case GRAPHML -> GraphMl.write(graph, writer);
      case DOT -> GraphDot.write(graph, writer);
    }
  }
}
