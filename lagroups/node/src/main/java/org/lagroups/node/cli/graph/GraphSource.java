package org.lagroups.node.cli.graph;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.graph.io.GraphCsv;
import org.lagroups.core.graph.io.GraphFormatException;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.Output;
import org.lagroups.node.cli.core.GroupChoice;
import org.lagroups.node.cli.core.MemberNames;
import org.lagroups.node.control.api.GraphAnswer.Components;
import org.lagroups.node.control.api.GraphAnswer.Cut;
import org.lagroups.node.control.api.GraphAnswer.Paths;
import org.lagroups.node.control.api.GraphAnswer.Shortest;
import org.lagroups.node.control.api.GroupView;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.query.GraphQuestions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options by which a command is told which graph it is about. */
final class GraphSource {

  @Mixin private GroupChoice group = new GroupChoice();

  @Option(
      names = "--graph",
      paramLabel = "FILE.csv",
      description = "A file instead of a running group.")
  private @Nullable Path file;

  /** A graph that can be asked, with the names that people use. */
  interface Answers {

    /** What {@code text} names. */
    String resolve(String text);

    /** A vertex for people to read. */
    String label(String vertex);

    Paths paths(String from, String to);

    Cut cut(String from, String to);

    Shortest shortest(String from, String to);

    Components components();
  }

  /**
   * Opens the graph meant.
   *
   * @param running the client of the running node, if that is asked
   */
  Answers open(Supplier<ControlClient> running) {
    Path named = file;
    if (named != null) {
      if (group.isGiven()) {
        throw new CommandFailedException(
            "--group and --graph exclude each other", "give one of them");
      }
      return new OfFile(read(named));
    }
    ControlClient control = running.get();
    GroupId chosen = group.resolve(control);
    GroupView view = control.get("/v1/groups/" + chosen, GroupView.class);
    return new OfGroup(control, "/v1/groups/" + chosen, new MemberNames(view));
  }

  private static AttestationGraph<String> read(Path file) {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return GraphCsv.read(file.toString(), reader);
    } catch (GraphFormatException e) {
      throw new CommandFailedException(
          String.valueOf(e.getMessage()), "a line is attester,attestee[,cost[,capacity]]");
    } catch (NoSuchFileException e) {
      throw new CommandFailedException("there is no file " + file, "");
    } catch (CharacterCodingException e) {
      throw new CommandFailedException(file + " is not UTF-8 text", "");
    } catch (IOException e) {
      throw new CommandFailedException("cannot read " + file + ": " + e.getMessage(), "");
    }
  }

  private record OfGroup(ControlClient control, String path, MemberNames names) implements Answers {

    @Override
    public String resolve(String text) {
      return names.resolve(text).toString();
    }

    @Override
    public String label(String vertex) {
      return names.brief(NodeId.parse(vertex));
    }

    @Override
    public Paths paths(String from, String to) {
      return control.get(path + "/paths" + ends(from, to), Paths.class);
    }

    @Override
    public Cut cut(String from, String to) {
      return control.get(path + "/cut" + ends(from, to), Cut.class);
    }

    @Override
    public Shortest shortest(String from, String to) {
      return control.get(path + "/shortest" + ends(from, to), Shortest.class);
    }

    @Override
    public Components components() {
      return control.get(path + "/components", Components.class);
    }

    private static String ends(String from, String to) {
      UnaryOperator<String> escape = ControlClient::escape;
      return "?from=" + escape.apply(from) + "&to=" + escape.apply(to);
    }
  }

  private record OfFile(AttestationGraph<String> graph) implements Answers {

    private static final int SHOWN = 5;

    @Override
    public String resolve(String text) {
      if (graph.contains(text)) {
        return text;
      }
      List<String> fitting =
          graph.vertices().stream().filter(vertex -> vertex.startsWith(text)).toList();
      if (fitting.size() == 1) {
        return fitting.getFirst();
      }
      String some = String.join(", ", fitting.stream().limit(SHOWN).map(Output::safe).toList());
      throw new CommandFailedException(
          "the graph has no single node " + Output.safe(text),
          fitting.isEmpty()
              ? "it has %d nodes".formatted(graph.vertexCount())
              : "such as: " + some);
    }

    @Override
    public String label(String vertex) {
      return Output.safe(vertex);
    }

    @Override
    public Paths paths(String from, String to) {
      return new GraphQuestions<>(graph).paths(from, to);
    }

    @Override
    public Cut cut(String from, String to) {
      return new GraphQuestions<>(graph).cut(from, to);
    }

    @Override
    public Shortest shortest(String from, String to) {
      return new GraphQuestions<>(graph).shortest(from, to);
    }

    @Override
    public Components components() {
      return new GraphQuestions<>(graph).components();
    }
  }
}
