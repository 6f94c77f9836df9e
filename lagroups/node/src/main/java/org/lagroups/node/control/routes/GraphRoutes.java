package org.lagroups.node.control.routes;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.ApiException;
import org.lagroups.node.control.ApiRequest;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.node.control.api.GraphAnswer.AllShortest;
import org.lagroups.node.control.api.GraphAnswer.Coefficient;
import org.lagroups.node.control.api.GraphAnswer.Components;
import org.lagroups.node.control.api.GraphAnswer.Cut;
import org.lagroups.node.control.api.GraphAnswer.Explanations;
import org.lagroups.node.control.api.GraphAnswer.Flow;
import org.lagroups.node.control.api.GraphAnswer.Paths;
import org.lagroups.node.control.api.GraphAnswer.Robust;
import org.lagroups.node.control.api.GraphAnswer.Shortest;
import org.lagroups.node.query.CapacityKind;
import org.lagroups.node.query.Explain;
import org.lagroups.node.query.GraphQuestions;
import org.lagroups.node.query.GroupGraph;
import org.lagroups.node.runtime.core.Node;

/** Questions about a group's graph. They are answered off the loop: the graph does not change. */
final class GraphRoutes {

  private static final String FROM = "a node's ID; this node's if missing";

  private final Node node;
  private final Ask ask;

  GraphRoutes(Node node) {
    this.node = node;
    this.ask = new Ask(node);
  }

  /** Answers about one graph, as it was when it was asked. */
  private interface Handler {
    Object answer(ApiRequest request, GroupGraph group);
  }

  List<ApiRoute> routes() {
    return List.of(
        route(
                "paths",
                "Vertex-disjoint paths between two members, as many as there are.",
                Paths.class,
                this::paths)
            .withQuery("from", FROM)
            .withQuery("to", "a node's ID")
            .withQuery("maxLength", "the most attestations in a path, 1 or more"),
        route(
                "cut",
                "A smallest set of members on which all paths between two others depend.",
                Cut.class,
                this::cut)
            .withQuery("from", FROM)
            .withQuery("to", "a node's ID; with neither, any two others"),
        route("flow", "How much can flow from one member to another.", Flow.class, this::flow)
            .withQuery("from", FROM)
            .withQuery("to", "a node's ID")
            .withQuery("capacity", "one of " + List.of(CapacityKind.values()))
            .withQuery("cut", "true to name the attestations that limit it"),
        route(
                "shortest",
                "A path of least cost between two members.",
                Shortest.class,
                (request, group) ->
                    questions(group).shortest(from(request), required(request, "to")))
            .withQuery("from", FROM)
            .withQuery("to", "a node's ID"),
        route(
                "all-shortest",
                "Paths of least cost from one member to all, or between all pairs.",
                AllShortest.class,
                this::allShortest)
            .withQuery("from", "a node's ID; all if missing"),
        route(
                "components",
                "Members who reach each other: the strongly connected components.",
                Components.class,
                (request, group) ->
                    optional(request, "node")
                        .map(questions(group)::component)
                        .orElseGet(questions(group)::components))
            .withQuery("node", "a node's ID, for its component alone"),
        route(
                "robust",
                "The largest set of members with t attestations for and from each inside it.",
                Robust.class,
                (request, group) -> questions(group).robust(number(request, "t").orElse(1)))
            .withQuery("t", "1 or more; 1 if missing"),
        route(
                "clustering",
                "How far those around a member vouch for each other.",
                Coefficient.class,
                (request, group) ->
                    optional(request, "node")
                        .map(questions(group)::clustering)
                        .orElseGet(questions(group)::clustering))
            .withQuery("node", "a node's ID; the mean over all if missing"),
        route(
                "explain",
                "What each answer would become if a member left, or which would hurt most.",
                Explanations.class,
                this::explain)
            .withQuery("from", FROM)
            .withQuery("to", "a node's ID, for the questions about two members")
            .withQuery("without", "the node that would leave; the worst ones if missing")
            .withQuery("t", "of the t-robust core; %d if missing".formatted(Explain.DEFAULT_T)));
  }

  private ApiRoute route(String name, String summary, Class<?> answer, Handler handler) {
    return ApiRoute.get(
            "/v1/groups/{group}/" + name,
            summary,
            answer,
            request -> {
              try {
                return handler.answer(request, group(request));
              } catch (IllegalArgumentException e) {
                throw ApiException.badRequest(
                    "bad-question", String.valueOf(e.getMessage()), "see: lag group show");
              }
            })
        .withQuery("within", "IDs with commas between them: the part of the group to ask about");
  }

  private Paths paths(ApiRequest request, GroupGraph group) {
    NodeId from = from(request);
    NodeId to = required(request, "to");
    return number(request, "maxLength")
        .map(most -> questions(group).paths(from, to, most))
        .orElseGet(() -> questions(group).paths(from, to));
  }

  private Cut cut(ApiRequest request, GroupGraph group) {
    return request.query("from").isEmpty() && request.query("to").isEmpty()
        ? questions(group).cut()
        : questions(group).cut(from(request), required(request, "to"));
  }

  private Flow flow(ApiRequest request, GroupGraph group) {
    CapacityKind capacity =
        request.query("capacity").map(CapacityKind::of).orElse(CapacityKind.CAPACITY);
    GraphQuestions<NodeId> questions = new GraphQuestions<>(group.graph(capacity));
    NodeId from = from(request);
    NodeId to = required(request, "to");
    return request.query("cut").map("true"::equals).orElse(false)
        ? questions.flowAndCut(from, to)
        : questions.flow(from, to);
  }

  private AllShortest allShortest(ApiRequest request, GroupGraph group) {
    GraphQuestions<NodeId> questions = questions(group);
    return new AllShortest(
        optional(request, "from")
            .map(questions::shortestFrom)
            .orElseGet(questions::allShortest)
            .toList());
  }

  private Explanations explain(ApiRequest request, GroupGraph group) {
    Explain<NodeId> question =
        new Explain<>(
            Optional.of(from(request)),
            optional(request, "to"),
            optional(request, "without"),
            number(request, "t").orElse(Explain.DEFAULT_T));
    return new Explanations(question.ask(group.graph()));
  }

  private static GraphQuestions<NodeId> questions(GroupGraph group) {
    return new GraphQuestions<>(group.graph());
  }

  private NodeId from(ApiRequest request) {
    return optional(request, "from").orElse(node.self());
  }

  private static NodeId required(ApiRequest request, String name) {
    return optional(request, name)
        .orElseThrow(() ->
            ApiException.badRequest("no-end", "the parameter '%s' is missing".formatted(name), ""));
  }

  private static Optional<NodeId> optional(ApiRequest request, String name) {
    return request.query(name).map(Ask::node);
  }

  private static Optional<Integer> number(ApiRequest request, String name) {
    return request.query(name).map(text -> number(name, text));
  }

  static int number(String name, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw ApiException.badRequest(
          "bad-number", "the parameter '%s' is a number, 1 or more".formatted(name), "");
    }
  }

  private GroupGraph group(ApiRequest request) {
    GroupId id = Ask.group(request);
    GroupGraph whole = ask.now(() -> snapshot(id));
    return request
        .query("within")
        .map(ids -> Arrays.stream(ids.split(",", -1)).map(Ask::node).toList())
        .map(whole::within)
        .orElse(whole);
  }

  private GroupGraph snapshot(GroupId group) {
    AttestationGraph<NodeId> graph = node.groups().attestations(group);
    Map<NodeId, Map<NodeId, LinkInfo>> infos = new HashMap<>();
    for (NodeId attester : graph.vertices()) {
      Map<NodeId, LinkInfo> own = new HashMap<>();
      node.groups().attestsOut(group, attester).forEach(one -> own.put(one.node(), one.info()));
      infos.put(attester, own);
    }
    return new GroupGraph(graph, infos);
  }
}
