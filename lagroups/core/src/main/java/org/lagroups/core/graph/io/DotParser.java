package org.lagroups.core.graph.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.graph.GraphBuilder;
import org.lagroups.core.graph.io.DotLexer.Kind;
import org.lagroups.core.graph.io.DotLexer.Token;

/** Reads one graph in the part of the DOT language that {@link GraphDot} states. */
final class DotParser {

  /** The most nodes of one chain of edges, {@code a -> b -> c}. */
  static final int MAX_CHAIN = 4_096;

  private static final Set<String> KEYWORDS =
      Set.of("strict", "digraph", "graph", "subgraph", "node", "edge");

  private final String source;
  private final DotLexer lexer;

  /** By the nodes' IDs; they get their names at the end. */
  private final GraphBuilder<String> builder = AttestationGraph.builder();

  /** By ID, the names that differ from it. */
  private final Map<String, Piece> labels = new LinkedHashMap<>();

  private Attributes edgeDefaults = Attributes.NONE;
  private Token token;

  DotParser(String source, DotLexer lexer) throws IOException, GraphFormatException {
    this.source = source;
    this.lexer = lexer;
    this.token = lexer.next();
  }

  /** What is said of a node or an edge; what is not said is null. */
  private record Attributes(@Nullable Piece cost, @Nullable Piece capacity, @Nullable Piece label) {

    static final Attributes NONE = new Attributes(null, null, null);

    Attributes with(String name, Piece value) {
      return switch (name) {
        case "cost" -> new Attributes(value, capacity, label);
        case "capacity" -> new Attributes(cost, value, label);
        case "label" -> new Attributes(cost, capacity, value);
        default -> this;
      };
    }
  }

  AttestationGraph<String> parse() throws IOException, GraphFormatException {
    if (token.isWord("strict")) {
      advance();
    }
    if (token.isWord("graph")) {
      throw problem("undirected graphs are not supported: expected digraph");
    }
    if (!token.isWord("digraph")) {
      throw expected("digraph");
    }
    advance();
    if (token.isId()) {
      advance();
    }
    takeMark("{");
    while (!token.isMark("}")) {
      statement();
      if (token.isMark(";")) {
        advance();
      }
    }
    advance();
    if (token.kind() != Kind.END) {
      throw expected("the end of the text after the graph");
    }
    return labels.isEmpty() ? builder.build() : named(builder.build());
  }

  private void statement() throws IOException, GraphFormatException {
    if (token.isWord("subgraph") || token.isMark("{")) {
      throw problem("subgraphs are not supported");
    }
    if (token.isWord("graph") || token.isWord("node")) {
      advance();
      attributes(Attributes.NONE); // how things are drawn
    } else if (token.isWord("edge")) {
      advance();
      edgeDefaults = attributes(edgeDefaults);
    } else {
      Token first = takeId("a node, an edge or }");
      if (token.isMark("=")) {
        advance();
        takeId("a value");
      } else if (token.isMark("->")) {
        edges(first);
      } else {
        node(first);
      }
    }
  }

  private void node(Token first) throws IOException, GraphFormatException {
    Piece id = first.piece();
    add(id, () -> builder.vertex(Values.label(source, id)));
    Piece label = attributes(Attributes.NONE).label();
    if (label != null) {
      String name = unescaped(label, id.text());
      if (name.isEmpty() || name.equals(id.text())) {
        labels.remove(id.text());
      } else {
        Piece named = new Piece(name, label.line(), label.column());
        Values.label(source, named);
        labels.put(id.text(), named);
      }
    }
  }

  private void edges(Token first) throws IOException, GraphFormatException {
    List<Piece> chain = new ArrayList<>(2);
    chain.add(first.piece());
    while (token.isMark("->")) {
      advance();
      if (chain.size() == MAX_CHAIN) {
        throw problem("a chain of edges has at most " + MAX_CHAIN + " nodes");
      }
      if (token.isWord("subgraph") || token.isMark("{")) {
        throw problem("subgraphs are not supported");
      }
      chain.add(takeId("a node").piece());
    }
    Attributes said = attributes(edgeDefaults);
    double cost = Values.cost(source, orEmpty(said.cost()));
    double capacity = Values.capacity(source, orEmpty(said.capacity()));
    for (int i = 1; i < chain.size(); i++) {
      Piece to = chain.get(i);
      String attester = Values.label(source, chain.get(i - 1));
      add(to, () -> builder.edge(attester, Values.label(source, to), cost, capacity));
    }
  }

  /** Any number of lists in brackets. */
  private Attributes attributes(Attributes defaults) throws IOException, GraphFormatException {
    Attributes said = defaults;
    while (token.isMark("[")) {
      advance();
      while (!token.isMark("]")) {
        String name = takeId("an attribute or ]").text();
        takeMark("=");
        said = said.with(name, takeId("a value").piece());
        if (token.isMark(",") || token.isMark(";")) {
          advance();
        }
      }
      advance();
    }
    return said;
  }

  /** The same graph with the names that its nodes have been given. */
  private AttestationGraph<String> named(AttestationGraph<String> byId)
      throws GraphFormatException {
    Set<String> taken = new HashSet<>();
    for (String id : byId.vertices()) {
      if (!labels.containsKey(id)) {
        taken.add(id);
      }
    }
    for (Piece label : labels.values()) {
      if (!taken.add(label.text())) {
        throw lexer.problem(label, "expected a name of its own, found that of another node");
      }
    }
    GraphBuilder<String> named = AttestationGraph.builder();
    byId.vertices().forEach(id -> named.vertex(name(id)));
    byId.edges()
        .forEach(edge ->
            named.edge(name(edge.attester()), name(edge.attestee()), edge.cost(), edge.capacity()));
    return named.build();
  }

  private String name(String id) {
    Piece label = labels.get(id);
    return label == null ? id : label.text();
  }

  /** A label as it would be drawn. */
  private String unescaped(Piece label, String id) throws GraphFormatException {
    StringBuilder name = new StringBuilder();
    String text = label.text();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\' || ++i == text.length()) {
        name.append(c);
      } else {
        switch (text.charAt(i)) {
          case 'n', 'l', 'r' -> name.append('\n');
          case 'N' -> name.append(id);
          case 'G' -> throw lexer.problem(label, "the graph's name (\\G) is not supported");
          default -> name.append(text.charAt(i));
        }
      }
    }
    return name.toString();
  }

  /** Adds to the graph, unless that is full. */
  private void add(Piece at, Addition addition) throws GraphFormatException {
    try {
      addition.run();
    } catch (IllegalStateException full) {
      throw lexer.problem(at, "too large: " + full.getMessage());
    }
  }

  /** Adds a vertex or an edge. */
  private interface Addition {
    void run() throws GraphFormatException;
  }

  private Token takeId(String what) throws IOException, GraphFormatException {
    Token id = token;
    boolean keyword =
        id.kind() == Kind.WORD && KEYWORDS.contains(id.text().toLowerCase(Locale.ROOT));
    if (!id.isId() || keyword) {
      throw expected(what);
    }
    advance();
    return id;
  }

  private void takeMark(String mark) throws IOException, GraphFormatException {
    if (!token.isMark(mark)) {
      throw expected(mark);
    }
    advance();
  }

  private void advance() throws IOException, GraphFormatException {
    token = lexer.next();
  }

  private GraphFormatException expected(String what) {
    return problem(
        "expected %s, found %s"
            .formatted(
                what,
                switch (token.kind()) {
                  case END -> "the end of the text";
                  case MARK -> token.text();
                  case WORD, QUOTED -> '"' + Values.shown(token.piece()) + '"';
                }));
  }

  private GraphFormatException problem(String problem) {
    return lexer.problem(token.piece(), problem);
  }

  private static Piece orEmpty(@Nullable Piece piece) {
    return piece == null ? new Piece("", 1, 1) : piece;
  }
}
