package org.lagroups.core.graph.io;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.graph.AttestationEdge;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.graph.GraphBuilder;
import org.lagroups.core.graph.io.XmlEvents.Event;

/** Reads one graph in the part of GraphML that {@link GraphMl} states. */
final class GraphMlReader {

  private final String source;
  private final XmlEvents xml;
  private final GraphBuilder<String> builder = AttestationGraph.builder();

  /** By a key's ID, what it says of an edge. */
  private final Map<String, Meaning> keys = new HashMap<>();

  private final Map<Meaning, Piece> defaults = new EnumMap<>(Meaning.class);
  private final Set<String> declared = new HashSet<>();

  /** Nodes that edges name and that have not come yet, with the first such place. */
  private final Map<String, Piece> awaited = new LinkedHashMap<>();

  private boolean directedByDefault = true;

  GraphMlReader(String source, XmlEvents xml) {
    this.source = source;
    this.xml = xml;
  }

  /** What data can say of an edge. */
  private enum Meaning {
    COST,
    CAPACITY;

    static @Nullable Meaning of(String name) {
      return switch (name) {
        case "cost", "weight" -> COST;
        case "capacity" -> CAPACITY;
        default -> null;
      };
    }
  }

  AttestationGraph<String> read() throws IOException, GraphFormatException {
    if (xml.next() != Event.START || !xml.name().equals("graphml")) {
      throw xml.problem("expected <graphml>, found <" + xml.name() + ">");
    }
    boolean found = false;
    while (xml.next() == Event.START) {
      switch (xml.name()) {
        case "key" -> key();
        case "desc", "data" -> xml.skip();
        case "graph" -> {
          if (found) {
            throw xml.problem("several graphs in one file are not supported");
          }
          found = true;
          graph();
        }
        default -> throw unexpected("key, graph, data or desc");
      }
    }
    if (!found) {
      throw xml.problem("expected <graph>, found the end of <graphml>");
    }
    xml.next(); // whatever may stand after the root has to be XML, too
    return builder.build();
  }

  private void key() throws IOException, GraphFormatException {
    String id = required("id").text();
    String about = xml.attribute("for").text();
    boolean ofEdges = about.isEmpty() || about.equals("edge") || about.equals("all");
    Meaning meaning = ofEdges ? Meaning.of(xml.attribute("attr.name").text()) : null;
    if (meaning == null) {
      xml.skip();
      return;
    }
    if (keys.containsValue(meaning)) {
      throw xml.problem("expected one key for the %s, found another".formatted(word(meaning)));
    }
    keys.put(id, meaning);
    while (xml.next() == Event.START) {
      if (xml.name().equals("default")) {
        defaults.put(meaning, xml.text());
      } else {
        xml.skip();
      }
    }
  }

  private void graph() throws IOException, GraphFormatException {
    directedByDefault = isDirected(xml.attribute("edgedefault").text(), "edgedefault");
    while (xml.next() == Event.START) {
      switch (xml.name()) {
        case "node" -> node();
        case "edge" -> edge();
        case "desc", "data" -> xml.skip();
        case "hyperedge" -> throw xml.problem("hyperedges are not supported");
        default -> throw unexpected("node, edge, data or desc");
      }
    }
    if (!awaited.isEmpty()) {
      Piece missing = awaited.values().iterator().next();
      throw new GraphFormatException(
          source,
          missing,
          "expected the ID of a node, found \"%s\"".formatted(Values.shown(missing)));
    }
  }

  private void node() throws IOException, GraphFormatException {
    Piece id = required("id");
    String label = Values.label(source, id);
    if (!declared.add(label)) {
      throw xml.problem("expected an ID of its own, found that of another node");
    }
    awaited.remove(label);
    try {
      builder.vertex(label);
    } catch (IllegalStateException full) {
      throw xml.problem("too large: " + full.getMessage());
    }
    while (xml.next() == Event.START) {
      switch (xml.name()) {
        case "desc", "data" -> xml.skip();
        case "graph" -> throw xml.problem("graphs within nodes are not supported");
        case "port" -> throw xml.problem("ports are not supported");
        default -> throw unexpected("data or desc");
      }
    }
  }

  private void edge() throws IOException, GraphFormatException {
    Piece from = end("source");
    Piece to = end("target");
    String said = xml.attribute("directed").text();
    boolean directed =
        switch (said) {
          case "" -> directedByDefault;
          case "true", "1" -> true;
          case "false", "0" -> false;
          default -> throw xml.problem("expected directed=\"true\" or \"false\"");
        };
    if (!xml.attribute("sourceport").text().isEmpty()
        || !xml.attribute("targetport").text().isEmpty()) {
      throw xml.problem("ports are not supported");
    }
    Map<Meaning, Piece> data = edgeData();
    double cost = cost(data.get(Meaning.COST));
    double capacity = capacity(data.get(Meaning.CAPACITY));
    try {
      builder.edge(from.text(), to.text(), cost, capacity);
      if (!directed) {
        builder.edge(to.text(), from.text(), cost, capacity);
      }
    } catch (IllegalStateException full) {
      throw xml.problem("too large: " + full.getMessage());
    }
  }

  private Map<Meaning, Piece> edgeData() throws IOException, GraphFormatException {
    Map<Meaning, Piece> data = new EnumMap<>(defaults);
    while (xml.next() == Event.START) {
      switch (xml.name()) {
        case "data" -> {
          Meaning meaning = keys.get(xml.attribute("key").text());
          if (meaning == null) {
            xml.skip();
          } else {
            data.put(meaning, xml.text());
          }
        }
        case "desc" -> xml.skip();
        case "graph" -> throw xml.problem("graphs within edges are not supported");
        default -> throw unexpected("data or desc");
      }
    }
    return data;
  }

  private double cost(@Nullable Piece said) throws GraphFormatException {
    return said == null ? AttestationEdge.DEFAULT_COST : Values.cost(source, said);
  }

  private double capacity(@Nullable Piece said) throws GraphFormatException {
    return said == null ? AttestationEdge.DEFAULT_CAPACITY : Values.capacity(source, said);
  }

  /** The node at an end of an edge, which may be declared later. */
  private Piece end(String attribute) throws GraphFormatException {
    Piece id = required(attribute);
    Values.label(source, id);
    if (!declared.contains(id.text())) {
      if (declared.size() + awaited.size() >= GraphBuilder.MAX_VERTICES
          && !awaited.containsKey(id.text())) {
        throw xml.problem(
            "too large: a graph has at most %d vertices".formatted(GraphBuilder.MAX_VERTICES));
      }
      awaited.putIfAbsent(id.text(), id);
    }
    return id;
  }

  private Piece required(String attribute) throws GraphFormatException {
    Piece value = xml.attribute(attribute);
    if (value.text().isEmpty()) {
      throw xml.problem("expected <%s %s=\"…\">".formatted(xml.name(), attribute));
    }
    return value;
  }

  private boolean isDirected(String said, String attribute) throws GraphFormatException {
    return switch (said) {
      case "directed", "" -> true;
      case "undirected" -> false;
      default ->
          throw xml.problem("expected %s=\"directed\" or \"undirected\"".formatted(attribute));
    };
  }

  private GraphFormatException unexpected(String expected) {
    return xml.problem("expected %s, found <%s>".formatted(expected, xml.name()));
  }

  private static String word(Meaning meaning) {
    return switch (meaning) {
      case COST -> "cost";
      case CAPACITY -> "capacity";
    };
  }
}
