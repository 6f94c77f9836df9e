package org.lagroups.node.cli.graph;

import java.nio.file.Path;
import java.util.List;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.Output;
import org.lagroups.node.cli.graph.source.GraphSource;
import org.lagroups.node.cli.graph.source.TextFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lag graph convert}. */
@Command(
    name = "convert",
    description = {
      "Saves a graph in the format that the file's name ends in.",
      "Formats: CSV (.csv), GraphML (.graphml, .xml) and DOT (.dot, .gv)."
    })
final class ConvertCommand extends LagCommand {

  @Mixin private GraphSource source = new GraphSource();

  @Parameters(
      arity = "1..2",
      paramLabel = "FILE",
      description = "The file to read, unless --graph or a group is meant, and the one to write.")
  private List<Path> files = List.of();

  /** What was written. */
  record Converted(String file, int nodes, int attestations) {}

  @Override
  public Integer call() {
    AttestationGraph<?> graph =
        files.size() == 2 ? source.openFile(files.getFirst()) : source.open(this::control).graph();
    Path target = absolute(files.getLast());
    TextFiles.write(graph, target);
    Converted done = new Converted(target.toString(), graph.vertexCount(), graph.edgeCount());
    out()
        .data(
            done,
            () ->
                out()
                    .line(
                        "Wrote %s: %s, %s"
                            .formatted(
                                Output.safe(done.file()),
                                Numbers.count(done.nodes(), "node"),
                                Numbers.count(done.attestations(), "attestation"))));
    return DONE;
  }
}
