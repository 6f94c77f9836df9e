package org.lagroups.multicast.relay.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Splits a stream over trees: in proportion to their planned rates while all have room, and by
 * whatever room there is otherwise. If none that was planned has room, a spare one takes the chunk.
 */
public final class Splitter {

  /** A tree that had no room for a while does not make up for more than this, in seconds. */
  private static final double MAX_CREDIT_SECONDS = 0.25;

  private final int chunkBytes;
  private Turns planned = new Turns(List.of());
  private Turns spare = new Turns(List.of());

  /**
   * Trees that take turns. Each chunk is spent on one of them, and the one that has spent the least
   * for its rate is the next (start-time fair queueing; Goyal, Vin, Cheng 1997).
   */
  private static final class Turns {

    private final List<TreeFlow> trees;
    private double served;

    Turns(List<TreeFlow> trees) {
      this.trees = List.copyOf(trees);
    }
  }

  /**
   * No trees yet.
   *
   * @param chunkBytes how long a chunk is about
   */
  public Splitter(int chunkBytes) {
    this.chunkBytes = chunkBytes;
  }

  /** How long a chunk is about. */
  public int chunkBytes() {
    return chunkBytes;
  }

  /** Uses other trees from now on. Those that stay keep their windows. */
  public void use(Map<Shape, Double> rates, List<Shape> spares) {
    Map<Shape, TreeFlow> known = new HashMap<>();
    planned.trees.forEach(tree -> known.put(tree.shape(), tree));
    spare.trees.forEach(tree -> known.put(tree.shape(), tree));
    List<TreeFlow> next = new ArrayList<>();
    rates.forEach((shape, rate) -> next.add(tree(known, shape, rate)));
    List<TreeFlow> left = new ArrayList<>();
    spares.stream()
        .filter(shape -> !rates.containsKey(shape))
        .forEach(shape -> left.add(tree(known, shape, 0)));
    planned = new Turns(next);
    spare = new Turns(left);
  }

  /** The trees that are planned. */
  public List<TreeFlow> planned() {
    return planned.trees;
  }

  /** The trees that take what is left. */
  public List<TreeFlow> spare() {
    return spare.trees;
  }

  /**
   * The tree for the next chunk; empty if none has room. The chunk counts as sent over it.
   *
   * @param isScarce whether the parent's uplink is full: what leaves it several times is then at
   *     the cost of other trees. It gets no more than was planned, and where nobody passes it on,
   *     only what no relay has room for: a plan may take relays for slower than they are
   */
  public Optional<TreeFlow> next(
      long nowNanos, int bytes, boolean isScarce, Predicate<TreeFlow> isOpen) {
    boolean isShared = planned.trees.size() > 1;
    Predicate<TreeFlow> isNotAhead =
        tree -> !(isScarce && isShared && tree.isAhead(nowNanos)) && isOpen.test(tree);
    Optional<TreeFlow> found =
        isScarce
            ? next(nowNanos, planned, bytes, isNotAhead.and(TreeFlow::isRelayed))
            : Optional.empty();
    return found
        .or(() -> next(nowNanos, planned, bytes, isNotAhead))
        .or(() -> next(nowNanos, spare, bytes, isOpen));
  }

  private Optional<TreeFlow> next(
      long nowNanos, Turns turns, int bytes, Predicate<TreeFlow> isOpen) {
    TreeFlow best = null;
    for (TreeFlow tree : turns.trees) {
      boolean isNext = best == null || tree.spent() < best.spent();
      if (isNext && tree.hasRoom(bytes) && isOpen.test(tree)) {
        best = tree;
      }
    }
    if (best != null) {
      turns.served = Math.max(turns.served, best.spent());
      double rate = best.rate() > 0 ? best.rate() : chunkBytes;
      best.sent(nowNanos, bytes, turns.served - MAX_CREDIT_SECONDS, rate);
    }
    return Optional.ofNullable(best);
  }

  private TreeFlow tree(Map<Shape, TreeFlow> known, Shape shape, double rate) {
    TreeFlow tree = known.get(shape);
    if (tree == null) {
      tree = new TreeFlow(shape, rate, chunkBytes);
    }
    tree.rate(rate);
    tree.spend(0);
    return tree;
  }
}
