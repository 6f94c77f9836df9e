package org.lagroups.multicast.cli;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Printable;
import org.lagroups.multicast.plan.Capacities;
import org.lagroups.multicast.plan.Link;
import org.lagroups.node.control.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The JSON text of capacities, in Mbit/s:
 *
 * <pre>{@code
 * {"source": "A",
 *  "nodes": {"A": {"up": 40, "down": 100}, "B": {"up": 10}, "C": {}},
 *  "links": [{"from": "A", "to": "B", "capacity": 10, "latency": 25}],
 *  "linksOnly": false}
 * }</pre>
 *
 * What is left out is unlimited; a link's latency, in milliseconds, is optional and matters only
 * among plans that are equal otherwise. What is not known is refused, with the name of the field.
 */
public final class CapacityFile {

  /** The longest text that is read. */
  public static final int MAX_BYTES = 1 << 20;

  /** The longest name of a node. */
  public static final int MAX_NAME_LENGTH = 100;

  private static final String CAPACITY = "a number of Mbit/s: 0, or from 0.000001 to 1000000000000";
  private static final String LATENCY = "a number of milliseconds, from 0 to 1000000000000";

  private CapacityFile() {}

  private static final Pattern PARSERS_OWN = Pattern.compile(",? from `[^`]*`");

  /** What reading comes to. */
  public sealed interface Reading {}

  /** Capacities. */
  public record Accepted(Capacities<String> capacities) implements Reading {}

  /**
   * Nothing that could be planned for.
   *
   * @param field where it is wrong, as {@code links[3].capacity}; empty if it is no JSON at all
   * @param reason what is wrong there
   */
  public record Refused(String field, String reason) implements Reading {}

  /** Reads a text. */
  public static Reading read(byte[] json) {
    if (json.length > MAX_BYTES) {
      return new Refused("", "longer than " + MAX_BYTES + " bytes");
    }
    try {
      return new Accepted(capacities(Json.readTree(json)));
    } catch (JacksonException e) {
      return new Refused("", "not JSON: " + reason(e));
    } catch (Mistake e) {
      return new Refused(e.field, e.reason);
    }
  }

  /** Without the names of the parser's own methods. */
  private static String reason(JacksonException e) {
    return Printable.of(PARSERS_OWN.matcher(e.getOriginalMessage()).replaceAll(""));
  }

  private static Capacities<String> capacities(JsonNode file) throws Mistake {
    allow(file, "", Set.of("source", "nodes", "links", "linksOnly"));
    String source = name(file, "source", "");
    JsonNode nodes = file.get("nodes");
    if (nodes == null) {
      throw new Mistake("nodes", "is missing: an object with a member for each node");
    }
    if (!nodes.isObject()) {
      throw new Mistake("nodes", "is an object with a member for each node");
    }
    if (nodes.size() < 2 || nodes.size() > Capacities.MAX_NODES) {
      throw new Mistake(
          "nodes", "has 2 to %d members, not %d".formatted(Capacities.MAX_NODES, nodes.size()));
    }
    if (!nodes.has(source)) {
      throw new Mistake("source", "is not among the nodes");
    }
    Capacities.Builder<String> builder = Capacities.from(source);
    for (Map.Entry<String, JsonNode> node : nodes.properties()) {
      add(builder, node.getKey(), node.getValue());
    }
    JsonNode linksOnly = file.get("linksOnly");
    if (linksOnly != null && !linksOnly.isBoolean()) {
      throw new Mistake("linksOnly", "is true or false");
    }
    if (linksOnly != null && linksOnly.booleanValue()) {
      builder.linksOnly();
    }
    addLinks(builder, nodes, file.get("links"));
    return builder.build();
  }

  private static void add(Capacities.Builder<String> builder, String name, JsonNode node)
      throws Mistake {
    String field = "nodes." + Printable.of(name);
    if (name.isBlank() || name.length() > MAX_NAME_LENGTH) {
      throw new Mistake(
          "nodes", "has a name that does not have 1 to %d characters".formatted(MAX_NAME_LENGTH));
    }
    allow(node, field, Set.of("up", "down"));
    builder.node(name, capacity(node, "up", field), capacity(node, "down", field));
  }

  private static void addLinks(
      Capacities.Builder<String> builder, JsonNode nodes, @Nullable JsonNode links) throws Mistake {
    if (links == null) {
      return;
    }
    if (!links.isArray()) {
      throw new Mistake("links", "is an array");
    }
    Set<Link<String>> known = new HashSet<>();
    for (int i = 0; i < links.size(); i++) {
      String field = "links[" + i + "]";
      JsonNode link = links.get(i);
      allow(link, field, Set.of("from", "to", "capacity", "latency"));
      String from = end(link, "from", field, nodes);
      String to = end(link, "to", field, nodes);
      if (from.equals(to)) {
        throw new Mistake(field + ".to", "is the node that the link comes from");
      }
      if (!known.add(new Link<>(from, to))) {
        throw new Mistake(field, "is a link that is listed before");
      }
      builder.link(from, to, capacity(link, "capacity", field));
      JsonNode latency = link.get("latency");
      if (latency != null) {
        builder.latency(from, to, number(latency, field + ".latency", 0, LATENCY));
      }
    }
  }

  private static String end(JsonNode link, String member, String field, JsonNode nodes)
      throws Mistake {
    String name = name(link, member, field + ".");
    if (!nodes.has(name)) {
      throw new Mistake(field + "." + member, "is not among the nodes");
    }
    return name;
  }

  private static String name(JsonNode object, String member, String prefix) throws Mistake {
    JsonNode name = object.get(member);
    if (name == null) {
      throw new Mistake(prefix + member, "is missing: the name of a node");
    }
    if (!name.isString()) {
      throw new Mistake(prefix + member, "is the name of a node");
    }
    return name.stringValue();
  }

  private static double capacity(JsonNode object, String member, String field) throws Mistake {
    JsonNode capacity = object.get(member);
    if (capacity == null) {
      return Double.POSITIVE_INFINITY;
    }
    String place = field + "." + member;
    double value = number(capacity, place, 0, CAPACITY);
    return value == 0 ? 0 : number(capacity, place, Capacities.LEAST, CAPACITY);
  }

  private static double number(JsonNode number, String field, double least, String what)
      throws Mistake {
    if (!number.isNumber()) {
      throw new Mistake(field, "is " + what);
    }
    double value = number.doubleValue();
    if (!(value >= least && value <= Capacities.GREATEST)) {
      throw new Mistake(field, "is " + what + ", not " + value);
    }
    return value;
  }

  private static void allow(JsonNode object, String field, Set<String> members) throws Mistake {
    if (!object.isObject()) {
      throw new Mistake(field, field.isEmpty() ? "has to be one JSON object" : "is an object");
    }
    for (String member : object.propertyNames()) {
      if (!members.contains(member)) {
        String prefix = field.isEmpty() ? "" : field + ".";
        throw new Mistake(
            prefix + Printable.of(member), "is not known; known are " + sorted(members));
      }
    }
  }

  private static String sorted(Set<String> members) {
    return String.join(", ", members.stream().sorted().toList());
  }

  /** Something is wrong with a field; never leaves this class. */
  private static final class Mistake extends Exception {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String reason;

    Mistake(String field, String reason) {
      super(reason, null, false, false);
      this.field = field;
      this.reason = reason;
    }
  }
}
