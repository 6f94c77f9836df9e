package org.lagroups.scenarios.bench.cast;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.lagroups.scenarios.bench.cast.host.PeerHost.Kind;

/**
 * Who connects to whom.
 *
 * @param kind what they do then
 * @param joins for each host that connects to others, the others; each pair once
 */
public record Links(Kind kind, Map<String, List<String>> joins) {

  /** For each host, the ones it is joined with; some have one more. */
  public static final int NEIGHBOURS = 6;

  private static final int MOST_TRIES = 1_000;

  /** A host that can just send to so many can send to so many. */
  private static final double ROUNDING = 1 + 1e-9;

  public Links {
    joins = Collections.unmodifiableMap(new LinkedHashMap<>(joins));
  }

  /** The source sends to all. */
  public static Links star(String source, List<String> receivers) {
    return new Links(Kind.TREE, Map.of(source, List.copyOf(receivers)));
  }

  /**
   * The tree that is the fastest where uplinks alone limit, and the shallowest of these: a host has
   * as many children as it can send to at the tree's rate.
   *
   * @param uplinks of the source and all receivers, in any unit
   */
  public static Links bestTree(String source, Map<String, Double> uplinks) {
    List<String> order = new ArrayList<>(uplinks.keySet());
    order.sort(
        Comparator.comparingDouble((String host) -> -up(uplinks, host))
            .thenComparing(Comparator.naturalOrder()));
    order.remove(source);
    order.addFirst(source);
    Map<String, List<String>> best =
        order.stream()
            .flatMap(host ->
                IntStream.range(1, order.size()).mapToObj(children -> up(uplinks, host) / children))
            .sorted(Comparator.reverseOrder())
            .map(rate -> tree(order, uplinks, rate))
            .filter(tree -> size(tree) == order.size() - 1)
            .findFirst()
            .orElseThrow();
    return new Links(Kind.TREE, best);
  }

  /**
   * Of a tree, what the host can send to each that has the least for each of its children.
   *
   * @param uplinks of all hosts
   */
  double slowest(Map<String, Double> uplinks) {
    return joins.entrySet().stream()
        .filter(each -> !each.getValue().isEmpty())
        .mapToDouble(each -> up(uplinks, each.getKey()) / each.getValue().size())
        .min()
        .orElseThrow();
  }

  /**
   * A mesh in which who is joined with whom is drawn by lot.
   *
   * @param kind one of a mesh
   */
  public static Links mesh(Kind kind, List<String> hosts, long seed) {
    int degree = Math.min(NEIGHBOURS, hosts.size() - 1);
    Random random = new Random(seed);
    for (int i = 0; i < MOST_TRIES; i++) {
      Mesh mesh = Mesh.draw(hosts, degree, random);
      if (mesh.isWhole()) {
        return new Links(kind, mesh.joins());
      }
    }
    throw new IllegalStateException("no mesh of %d hosts".formatted(hosts.size()));
  }

  /** As much of a tree of a rate as there is room for; strong hosts come first. */
  private static Map<String, List<String>> tree(
      List<String> order, Map<String, Double> uplinks, double rate) {
    Map<String, List<String>> tree = new LinkedHashMap<>();
    Deque<String> room = new ArrayDeque<>();
    for (String host : order) {
      String parent = room.poll();
      if (parent != null) {
        tree.computeIfAbsent(parent, one -> new ArrayList<>()).add(host);
      } else if (!host.equals(order.getFirst())) {
        return tree;
      }
      long children = Math.min((long) (up(uplinks, host) / rate * ROUNDING), order.size());
      for (long i = 0; i < children; i++) {
        room.add(host);
      }
    }
    return tree;
  }

  private static int size(Map<String, List<String>> tree) {
    return tree.values().stream().mapToInt(List::size).sum();
  }

  private static double up(Map<String, Double> uplinks, String host) {
    return uplinks.getOrDefault(host, 0.0);
  }
}
