package org.lagroups.simnet.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lagroups.simnet.engine.Engine;
import org.lagroups.simnet.trace.Trace;

/**
 * The network of a simulation and the faults in it. Everything may be changed at any moment of a
 * run and works at once on what is sent from then on.
 *
 * <p>It begins with 25 ms one-way latency, {@link Conditions#PERFECT} and no limit of rate.
 */
public final class Network {

  /** Told when a path was cut or restored. */
  @FunctionalInterface
  public interface CutListener {

    /** The path of a pair may have changed in either direction. */
    void cutsChanged(int from, int to);

    /** Any path may have changed. */
    default void allCutsChanged() {
      cutsChanged(Trace.NOBODY, Trace.NOBODY);
    }
  }

  private final Engine engine;
  private final Trace trace;
  private final RandomGenerator random;
  private final Cuts cuts = new Cuts();
  private final Map<Long, Conditions> conditionsOfPaths = new HashMap<>();
  private final Map<Integer, Interceptor> interceptors = new HashMap<>();
  private final Map<Integer, Long> uplinks = new HashMap<>();
  private final List<CutListener> listeners = new ArrayList<>();
  private @Nullable Interceptor everywhere;
  private Latency latency = Latency.constantMillis(25);
  private Conditions conditions = Conditions.PERFECT;
  private boolean lossyOrdered;
  private long version;

  /** For the simulation. */
  public Network(Engine engine, Trace trace, RandomGenerator random) {
    this.engine = engine;
    this.trace = trace;
    this.random = random;
  }

  /** How long transmissions take, before jitter. */
  public void latency(Latency latency) {
    this.latency = latency;
    version++;
  }

  /** The same latency, one way, between all nodes. */
  public void latencyMillis(double millis) {
    latency(Latency.constantMillis(millis));
  }

  /** The conditions of all paths that have none of their own. */
  public void conditions(Conditions conditions) {
    this.conditions = conditions;
    version++;
    note("conditions " + conditions);
  }

  /** The conditions of one path, in one direction. */
  public void conditions(Endpoint from, Endpoint to, Conditions conditions) {
    conditionsOfPaths.put(pair(from.index(), to.index()), conditions);
    version++;
    note("conditions from %s to %s: %s".formatted(from.name(), to.name(), conditions));
  }

  /** Gives a path the conditions of all others again. */
  public void resetConditions(Endpoint from, Endpoint to) {
    conditionsOfPaths.remove(pair(from.index(), to.index()));
    version++;
    note("conditions from %s to %s as everywhere".formatted(from.name(), to.name()));
  }

  /**
   * Whether loss hits ordered and bulk messages too, which a real link would never do to them. Off
   * at first; protocols should survive it all the same.
   */
  public void lossyOrdered(boolean lossy) {
    this.lossyOrdered = lossy;
  }

  /** Limits what a node sends to so many bytes a second; {@link Long#MAX_VALUE} ends the limit. */
  public void uplink(Endpoint node, long bytesPerSecond) {
    if (bytesPerSecond < 1) {
      throw new IllegalArgumentException("an uplink needs at least one byte a second");
    }
    uplinks.put(node.index(), bytesPerSecond);
    version++;
  }

  /** Nothing that {@code from} sends arrives at {@code to}, until restored or healed. */
  public void cut(Endpoint from, Endpoint to) {
    cuts.cut(from.index(), to.index());
    changed(from, to, "cut %s to %s".formatted(from.name(), to.name()));
  }

  /** Neither of the two hears the other, though others may hear both. */
  public void cutBoth(Endpoint one, Endpoint other) {
    cuts.cut(one.index(), other.index());
    cuts.cut(other.index(), one.index());
    changed(one, other, "cut %s and %s".formatted(one.name(), other.name()));
  }

  /**
   * Cuts this share of all pairs of {@code nodes}, chosen at random, each in one direction, chosen
   * at random; the way back stays as it is.
   */
  public void cutOneWay(double share, List<? extends Endpoint> nodes) {
    for (Endpoint one : nodes) {
      for (Endpoint other : nodes) {
        if (one.index() < other.index() && random.nextDouble() < share) {
          boolean forward = random.nextBoolean();
          cut(forward ? one : other, forward ? other : one);
        }
      }
    }
  }

  /** Ends the cut from {@code from} to {@code to}. */
  public void restore(Endpoint from, Endpoint to) {
    cuts.restore(from.index(), to.index());
    changed(from, to, "restore %s to %s".formatted(from.name(), to.name()));
  }

  /** Ends both cuts between two nodes. */
  public void restoreBoth(Endpoint one, Endpoint other) {
    cuts.restore(one.index(), other.index());
    cuts.restore(other.index(), one.index());
    changed(one, other, "restore %s and %s".formatted(one.name(), other.name()));
  }

  /** Takes a node off the network. */
  public void isolate(Endpoint node) {
    cuts.isolate(node.index());
    allChanged("isolate " + node.name());
  }

  /** Puts an isolated node back on the network. */
  public void reconnect(Endpoint node) {
    cuts.reconnect(node.index());
    allChanged("reconnect " + node.name());
  }

  /** Splits the network in two: this island, and the rest. Replaces the partition before. */
  public void partition(Collection<? extends Endpoint> island) {
    partition(List.of(island));
  }

  /**
   * Splits the network into these islands; nodes that are on none of them form one more. Replaces
   * the partition before.
   */
  public void partition(List<? extends Collection<? extends Endpoint>> islands) {
    int[] sides = new int[0];
    int number = 0;
    for (Collection<? extends Endpoint> island : islands) {
      number++;
      for (Endpoint node : island) {
        sides = node.index() < sides.length ? sides : Arrays.copyOf(sides, node.index() + 1);
        sides[node.index()] = number;
      }
    }
    cuts.partition(sides);
    allChanged("partition " + islands.stream().map(Network::names).toList());
  }

  /** Ends the partition; other cuts stay. */
  public void unite() {
    cuts.partition(new int[0]);
    allChanged("unite");
  }

  /** Ends all cuts, isolations, partitions and conditions of single paths. */
  public void heal() {
    cuts.clear();
    conditionsOfPaths.clear();
    allChanged("heal");
  }

  /** Puts an adversary behind every node, in place of the one before. */
  public void interceptAll(Interceptor interceptor) {
    everywhere = interceptor;
  }

  /** Puts an adversary behind one node: it sees what that node sends. */
  public void intercept(Endpoint from, Interceptor interceptor) {
    interceptors.put(from.index(), interceptor);
  }

  /** Sends all adversaries away. */
  public void stopIntercepting() {
    everywhere = null;
    interceptors.clear();
  }

  /** Whether what {@code from} sends is kept from {@code to} by a cut or a partition. */
  public boolean isCut(Endpoint from, Endpoint to) {
    return cuts.isCut(from.index(), to.index());
  }

  /** As {@link #isCut(Endpoint, Endpoint)}, by number. */
  public boolean isCut(int from, int to) {
    return cuts.isCut(from, to);
  }

  /** One-way latency before jitter, in nanoseconds. */
  public long latencyNanos(int from, int to) {
    return Math.max(1, latency.oneWayNanos(from, to));
  }

  /** The conditions that hold on a path. */
  public Conditions conditions(int from, int to) {
    Conditions own = conditionsOfPaths.isEmpty() ? null : conditionsOfPaths.get(pair(from, to));
    return own == null ? conditions : own;
  }

  public boolean isLossyOrdered() {
    return lossyOrdered;
  }

  /** What a node may send, in bytes per second; {@link Long#MAX_VALUE} without a limit. */
  public long uplinkBytesPerSecond(int node) {
    return uplinks.getOrDefault(node, Long.MAX_VALUE);
  }

  /** The adversary behind a node, if there is one. */
  public @Nullable Interceptor interceptor(int from) {
    Interceptor own = interceptors.isEmpty() ? null : interceptors.get(from);
    return own == null ? everywhere : own;
  }

  /** Changes whenever latency, conditions, cuts or rates may have changed. */
  public long version() {
    return version;
  }

  /** For the simulation: calls {@code listener} when paths are cut or restored. */
  public void onCut(CutListener listener) {
    listeners.add(listener);
  }

  private void changed(Endpoint from, Endpoint to, String what) {
    version++;
    note(what);
    for (CutListener listener : listeners) {
      listener.cutsChanged(from.index(), to.index());
    }
  }

  private void allChanged(String what) {
    version++;
    note(what);
    for (CutListener listener : listeners) {
      listener.allCutsChanged();
    }
  }

  private static List<String> names(Collection<? extends Endpoint> nodes) {
    return nodes.stream().map(Endpoint::name).toList();
  }

  private void note(String what) {
    trace.note(engine.nowNanos(), what);
  }

  private static long pair(int from, int to) {
    return ((long) from << 32) | to;
  }
}
