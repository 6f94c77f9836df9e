package org.lagroups.node.control.routes;

import java.util.List;
import java.util.function.BiFunction;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.ApiException;
import org.lagroups.node.control.ApiRequest;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.node.control.api.GraphAnswer.Components;
import org.lagroups.node.control.api.GraphAnswer.Cut;
import org.lagroups.node.control.api.GraphAnswer.Paths;
import org.lagroups.node.control.api.GraphAnswer.Shortest;
import org.lagroups.node.query.GraphQuestions;
import org.lagroups.node.runtime.core.Node;

/** Questions about a group's graph. They are answered off the loop: the graph does not change. */
final class GraphRoutes {

  private final Node node;
  private final Ask ask;

  GraphRoutes(Node node) {
    this.node = node;
    this.ask = new Ask(node);
  }

  List<ApiRoute> routes() {
    return List.of(
        between(
            "paths",
            "Vertex-disjoint paths between two members, as many as there are.",
            Paths.class,
            (questions, ends) -> questions.paths(ends.from, ends.to)),
        between(
            "cut",
            "A smallest set of members on which all paths between two others depend.",
            Cut.class,
            (questions, ends) -> questions.cut(ends.from, ends.to)),
        between(
            "shortest",
            "A path of least cost between two members.",
            Shortest.class,
            (questions, ends) -> questions.shortest(ends.from, ends.to)),
        ApiRoute.get(
            "/v1/groups/{group}/components",
            "Members who reach each other: the strongly connected components.",
            Components.class,
            request -> questions(request).components()));
  }

  private record Ends(NodeId from, NodeId to) {}

  private ApiRoute between(
      String name,
      String summary,
      Class<?> answer,
      BiFunction<GraphQuestions<NodeId>, Ends, Object> question) {
    return ApiRoute.get(
            "/v1/groups/{group}/" + name,
            summary,
            answer,
            request -> answer(questions(request), ends(request), question))
        .withQuery("from", "a node's ID; this node's if missing")
        .withQuery("to", "a node's ID");
  }

  private static Object answer(
      GraphQuestions<NodeId> questions,
      Ends ends,
      BiFunction<GraphQuestions<NodeId>, Ends, Object> question) {
    try {
      return question.apply(questions, ends);
    } catch (IllegalArgumentException e) {
      throw ApiException.badRequest(
          "bad-ends", String.valueOf(e.getMessage()), "name two members: lag group show");
    }
  }

  private Ends ends(ApiRequest request) {
    NodeId from = request.query("from").map(Ask::node).orElse(node.self());
    NodeId to =
        request
            .query("to")
            .map(Ask::node)
            .orElseThrow(
                () -> ApiException.badRequest("no-end", "the parameter 'to' is missing", ""));
    return new Ends(from, to);
  }

  private GraphQuestions<NodeId> questions(ApiRequest request) {
    GroupId group = Ask.group(request);
    AttestationGraph<NodeId> graph = ask.now(() -> node.groups().attestations(group));
    return new GraphQuestions<>(graph);
  }
}
