package org.lagroups.node.cli.graph.source;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.Output;
import org.lagroups.node.cli.core.GroupChoice;
import org.lagroups.node.cli.core.MemberNames;
import org.lagroups.node.control.api.GroupView;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.query.CapacityKind;
import org.lagroups.node.query.GroupGraph;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options by which a command is told which graph it is about. */
public final class GraphSource {

  @Mixin private GroupChoice group = new GroupChoice();

  @Option(
      names = "--graph",
      paramLabel = "FILE",
      description = {
        "A file instead of a running group: CSV (.csv), GraphML (.graphml, .xml) or DOT (.dot, .gv)."
      })
  private @Nullable Path file;

  @Option(
      names = "--within",
      paramLabel = "NODE",
      split = ",",
      description = {"Only these nodes and the attestations between them:", "A,B,C."})
  private @Nullable List<String> members;

  /** Whether a file is meant. */
  public boolean isFile() {
    return file != null;
  }

  /**
   * Opens the graph meant, as it is at this moment.
   *
   * @param running the client of the running node, if that is asked
   */
  public NamedGraph<?> open(Supplier<ControlClient> running) {
    Path named = file;
    if (named == null) {
      return within(ofGroup(running.get()));
    }
    if (group.isGiven()) {
      throw new CommandFailedException(
          "--group and --graph exclude each other", "give one of them");
    }
    return within(ofFile(TextFiles.graph(named)));
  }

  /** A graph out of a file that is named in another way than by an option. */
  public AttestationGraph<?> openFile(Path named) {
    if (isFile() || group.isGiven()) {
      throw new CommandFailedException("the graph is named twice", "name one file or one group");
    }
    return within(ofFile(TextFiles.graph(named))).graph();
  }

  private static NamedGraph<String> ofFile(AttestationGraph<String> graph) {
    return new NamedGraph<>(
        graph,
        text -> FileNames.resolve(graph, text),
        text -> FileNames.exact(graph, text),
        Output::safe,
        kind -> capacities(graph, kind));
  }

  private NamedGraph<NodeId> ofGroup(ControlClient control) {
    GroupId chosen = group.resolve(control);
    GroupView view = control.get("/v1/groups/" + chosen, GroupView.class);
    MemberNames names = new MemberNames(view);
    GroupGraph graph = GroupGraph.of(view);
    return new NamedGraph<>(
        graph.graph(),
        names::resolve,
        names::resolve,
        vertex -> names.brief(NodeId.parse(vertex)),
        graph::graph);
  }

  private static AttestationGraph<String> capacities(
      AttestationGraph<String> graph, CapacityKind kind) {
    if (kind.needsInfo()) {
      throw new CommandFailedException(
          "a file does not tell the " + kind,
          "give --capacity capacity, cost or one; or ask a running group");
    }
    return graph.withCapacities(edge -> kind.of(edge, LinkInfo.NONE));
  }

  private <V> NamedGraph<V> within(NamedGraph<V> whole) {
    List<String> named = members;
    if (named == null) {
      return whole;
    }
    List<V> kept = named.stream().map(whole::resolve).toList();
    AttestationGraph<V> part = whole.graph().within(kept);
    return new NamedGraph<>(
        part,
        whole.names(),
        whole.exact(),
        whole.labels(),
        kind -> whole.capacities().apply(kind).within(kept));
  }
}
