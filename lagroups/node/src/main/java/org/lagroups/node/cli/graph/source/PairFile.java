package org.lagroups.node.cli.graph.source;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.lagroups.core.graph.io.GraphFormatException;
import org.lagroups.core.graph.io.PairCsv;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.Output;

/** The pairs of nodes that a file names, one after the other. */
public final class PairFile {

  private PairFile() {}

  /**
   * Asks about each pair of the file, until one is wrong; that ends the command.
   *
   * @param goOn asked before each pair
   */
  public static <V> void forEach(
      Path file, NamedGraph<V> graph, BiConsumer<V, V> question, BooleanSupplier goOn) {
    TextFiles.read(
        file,
        reader -> {
          PairCsv pairs = new PairCsv(Output.safe(file.toString()), reader);
          long count = 0;
          for (Optional<PairCsv.Pair> next = pairs.next();
              next.isPresent() && goOn.getAsBoolean();
              next = pairs.next(), count++) {
            PairCsv.Pair pair = next.get();
            V from = resolve(graph.exact(), pair.from(), pair::problemWithFrom);
            V to = resolve(graph.exact(), pair.to(), pair::problemWithTo);
            try {
              question.accept(from, to);
            } catch (IllegalArgumentException e) {
              throw pair.problemWithTo(String.valueOf(e.getMessage()));
            }
          }
          return count;
        });
  }

  private static <V> V resolve(
      Function<String, V> names, String text, Function<String, GraphFormatException> problem)
      throws GraphFormatException {
    try {
      return names.apply(text);
    } catch (CommandFailedException e) {
      throw problem.apply(String.valueOf(e.getMessage()));
    }
  }
}
