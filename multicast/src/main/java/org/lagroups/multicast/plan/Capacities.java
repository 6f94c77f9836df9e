package org.lagroups.multicast.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lagroups.multicast.plan.bound.Limits;

/**
 * What the nodes of a group and the links between them can carry. All capacities are in one unit of
 * the caller's choice, and so are the rates of a plan. What is not given is unlimited.
 *
 * @param <V> what names a node
 */
public final class Capacities<V> {

  /** The most nodes. */
  public static final int MAX_NODES = Limits.MAX_NODES;

  /** The least capacity that is not 0, as less would drown in rounding. */
  public static final double LEAST = 1e-6;

  /** The greatest capacity that is not infinite. */
  public static final double GREATEST = 1e12;

  /** How long a link takes of which nothing else is said: all the same, so latency counts hops. */
  public static final double USUAL_LATENCY = 1;

  private final V source;
  private final Map<V, Node> nodes;
  private final Map<Link<V>, Double> links;
  private final Map<Link<V>, Double> latencies;
  private final boolean isLinksOnly;

  /** What a node can send and receive, all links together. */
  private record Node(double up, double down) {}

  private Capacities(Builder<V> builder) {
    this.source = builder.source;
    this.nodes = Collections.unmodifiableMap(new LinkedHashMap<>(builder.nodes));
    this.links = Map.copyOf(builder.links);
    this.latencies = Map.copyOf(builder.latencies);
    this.isLinksOnly = builder.isLinksOnly;
  }

  /** Starts with the node that sends; unlimited, unless it is added with its capacities. */
  public static <V> Builder<V> from(V source) {
    return new Builder<>(source);
  }

  /** The node that sends. */
  public V source() {
    return source;
  }

  /** All nodes, in the order in which they were added. */
  public List<V> nodes() {
    return List.copyOf(nodes.keySet());
  }

  /** The nodes that receive: all but the source. */
  public List<V> receivers() {
    return nodes.keySet().stream().filter(node -> !node.equals(source)).toList();
  }

  /** What a node can send; may be infinite. */
  public double up(V node) {
    return node(node).up;
  }

  /** What a node can receive; may be infinite. */
  public double down(V node) {
    return node(node).down;
  }

  /** What can go from a node straight to another; may be infinite; 0 if there is no link. */
  public double link(V from, V to) {
    return links.getOrDefault(new Link<>(from, to), isLinksOnly ? 0.0 : Double.POSITIVE_INFINITY);
  }

  /** How long a link takes, in the caller's unit. */
  public double latency(V from, V to) {
    return latencies.getOrDefault(new Link<>(from, to), USUAL_LATENCY);
  }

  private Node node(V node) {
    return Objects.requireNonNull(nodes.get(node), "no such node");
  }

  /** Collects capacities. */
  public static final class Builder<V> {
    private final V source;
    private final Map<V, Node> nodes = new LinkedHashMap<>();
    private final Map<Link<V>, Double> links = new LinkedHashMap<>();
    private final Map<Link<V>, Double> latencies = new LinkedHashMap<>();
    private boolean isLinksOnly;

    private Builder(V source) {
      this.source = source;
      nodes.put(source, new Node(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY));
    }

    /** Adds a node of which nothing is known. */
    public Builder<V> node(V node) {
      return node(node, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /**
     * Adds a node, or replaces its capacities.
     *
     * @throws IllegalArgumentException if a capacity is not 0, {@link #LEAST} to {@link #GREATEST},
     *     or infinite, or if there are too many nodes
     */
    public Builder<V> node(V node, double up, double down) {
      nodes.put(node, new Node(checked(up), checked(down)));
      if (nodes.size() > MAX_NODES) {
        throw new IllegalArgumentException("more than " + MAX_NODES + " nodes");
      }
      return this;
    }

    /**
     * Says what a link can carry.
     *
     * @throws IllegalArgumentException if the capacity is not one, or the nodes are the same
     */
    public Builder<V> link(V from, V to, double capacity) {
      if (from.equals(to)) {
        throw new IllegalArgumentException("a link leads to another node");
      }
      links.put(new Link<>(from, to), checked(capacity));
      return this;
    }

    /**
     * Says how long a link takes; in the same unit for all links.
     *
     * @throws IllegalArgumentException if that is negative, infinite or not a number
     */
    public Builder<V> latency(V from, V to, double latency) {
      if (!(latency >= 0 && latency <= GREATEST)) {
        throw new IllegalArgumentException(
            "a latency is 0 to %.0f, not %s".formatted(GREATEST, latency));
      }
      latencies.put(new Link<>(from, to), latency);
      return this;
    }

    /** Says that there are no links but those given. */
    public Builder<V> linksOnly() {
      isLinksOnly = true;
      return this;
    }

    /**
     * All of it.
     *
     * @throws IllegalArgumentException if there is nobody to send to, or a link of a node that was
     *     not added
     */
    public Capacities<V> build() {
      if (nodes.size() < 2) {
        throw new IllegalArgumentException("nobody to send to");
      }
      List<Link<V>> all = new ArrayList<>(links.keySet());
      all.addAll(latencies.keySet());
      for (Link<V> link : all) {
        if (!nodes.containsKey(link.from()) || !nodes.containsKey(link.to())) {
          throw new IllegalArgumentException("a link of a node that was not added");
        }
      }
      return new Capacities<>(this);
    }

    private static double checked(double capacity) {
      boolean sound =
          capacity == 0
              || (capacity >= LEAST && capacity <= GREATEST)
              || capacity == Double.POSITIVE_INFINITY;
      if (!sound) {
        throw new IllegalArgumentException(
            "a capacity is 0, %s to %.0f, or infinite, not %s"
                .formatted(LEAST, GREATEST, capacity));
      }
      return capacity;
    }
  }
}
