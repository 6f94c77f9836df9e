package org.lagroups.simnet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.check.Checker;
import org.lagroups.simnet.check.Invariant;
import org.lagroups.simnet.check.SimulationFailure;
import org.lagroups.simnet.check.Violation;
import org.lagroups.simnet.engine.Engine;
import org.lagroups.simnet.engine.SeedTree;
import org.lagroups.simnet.link.Fabric;
import org.lagroups.simnet.net.LinkSettings;
import org.lagroups.simnet.net.Network;
import org.lagroups.simnet.seed.ReplayCommand;
import org.lagroups.simnet.trace.Trace;
import org.lagroups.simnet.trace.TraceFile;

/** A run of nodes in virtual time. Nothing happens but within the {@code run…} methods. */
public final class Simulation {

  /** How many events the message of a failure shows: {@code -Dlag.trace.lines}, default 40. */
  private static final int KEPT_LINES = Integer.getInteger("lag.trace.lines", 40);

  /** Every run begins on 2026-01-01 UTC, at a time of day that its seed decides. */
  private static final long FIRST_DAY_MILLIS = 1_767_225_600_000L;

  private static final long DAY_MILLIS = 86_400_000;
  private static final int PORT = 4_100;

  private final long seed;
  private final Engine engine = new Engine();
  private final Trace trace = new Trace(KEPT_LINES);
  private final Network network;
  private final World world;
  private final SimClock trueClock;
  private final List<SimNode<?>> nodes = new ArrayList<>();
  private final List<Invariant> alwaysChecked = new ArrayList<>();
  private @Nullable String replayCommand;

  /** A run with links as in production. */
  public Simulation(long seed) {
    this(seed, LinkSettings.DEFAULT);
  }

  public Simulation(long seed, LinkSettings links) {
    this.seed = seed;
    TraceFile.ofThisJvm().ifPresent(trace::writeTo);
    trace.note(0, "seed " + seed);
    this.network = new Network(engine, trace, SeedTree.random(seed, "network"));
    Fabric fabric = new Fabric(engine, trace, network, links, SeedTree.random(seed, "links"));
    long timeOfDay = SeedTree.random(seed, "time of day").nextLong(DAY_MILLIS);
    TimerFaults timerFaults = new TimerFaults(SeedTree.random(seed, "timers"));
    this.world =
        new World(seed, FIRST_DAY_MILLIS + timeOfDay, engine, trace, network, fabric, timerFaults);
    this.trueClock = new SimClock(engine, world.originMillis());
  }

  public long seed() {
    return seed;
  }

  /** What a failure names as the command that repeats this run, where that is no test's. */
  public void replayedBy(String command) {
    replayCommand = command;
  }

  /** Randomness for the test itself; {@code purpose} tells streams apart. */
  public RandomGenerator random(String purpose) {
    return SeedTree.random(seed, "test: " + purpose);
  }

  /** Faults and conditions. */
  public Network network() {
    return network;
  }

  /**
   * From now on, after this share of all expiries of timers, the machine is called once more for
   * the same timer within a second. By the contract that is harmless.
   */
  public void spuriousTimers(double share) {
    world.timerFaults().chance(share);
  }

  public Trace trace() {
    return trace;
  }

  /** Virtual time since the start. */
  public Duration now() {
    return Duration.ofNanos(engine.nowNanos());
  }

  /** The true wall-clock time, in milliseconds since 1970-01-01 UTC. */
  public long wallMillis() {
    return trueClock.wallMillis();
  }

  /** How many events have happened. */
  public long firedEvents() {
    return engine.firedEvents();
  }

  /** All nodes, in the order in which they were added. */
  public List<SimNode<?>> nodes() {
    return Collections.unmodifiableList(nodes);
  }

  /** Adds a node with an ID from the seed and starts it. */
  public <A> SimNode<A> addNode(String name, NodeProgram<A> program) {
    byte[] id = new byte[NodeId.LENGTH];
    SeedTree.random(seed, "ID of " + name).nextBytes(id);
    return addNode(name, new NodeId(Bytes.wrapOwned(id)), program);
  }

  /** Adds a node with this ID and starts it. */
  public <A> SimNode<A> addNode(String name, NodeId id, NodeProgram<A> program) {
    SimNode<A> node =
        new SimNode<>(world, name, world.fabric().add(id, addressOf(nodes.size())), program);
    nodes.add(node);
    trace.nameNode(name);
    node.start();
    return node;
  }

  /** Adds nodes that run the same program, named {@code n} and their number. */
  public <A> List<SimNode<A>> addNodes(int count, NodeProgram<A> program) {
    List<SimNode<A>> added = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      added.add(addNode("n" + nodes.size(), program));
    }
    return added;
  }

  /** The address of the node with this number, which may still have to be added. */
  public static NodeAddress addressOf(int index) {
    return new NodeAddress(
        "10.%d.%d.%d".formatted((index >> 16) & 255, (index >> 8) & 255, index & 255), PORT);
  }

  /** Makes each pair of these nodes want a link; the one that was added first dials. */
  public void connectAll(List<? extends SimNode<?>> all) {
    for (SimNode<?> one : all) {
      for (SimNode<?> other : all) {
        if (one.index() < other.index()) {
          one.keepLink(other);
        }
      }
    }
  }

  /** Does something at a moment of virtual time. */
  public void at(Duration time, Runnable action) {
    engine.at(time.toNanos(), action::run);
  }

  /** Does something after a while. */
  public void after(Duration delay, Runnable action) {
    engine.after(delay.toNanos(), action::run);
  }

  /** Does something again and again, first after one {@code interval}. */
  public void every(Duration interval, Runnable action) {
    after(
        interval,
        () -> {
          action.run();
          every(interval, action);
        });
  }

  /** Checks an invariant each time that {@code interval} has passed; a violation ends the run. */
  public void checkEvery(Duration interval, String name, Checker checker) {
    Invariant invariant = new Invariant(name, checker);
    every(interval, () -> check(List.of(invariant)));
  }

  /** Checks an invariant after every event: for few nodes and short runs. */
  public void checkAlways(String name, Checker checker) {
    alwaysChecked.add(new Invariant(name, checker));
  }

  /** Lets time pass. */
  public void runFor(Duration duration) {
    runUntil(now().plus(duration));
  }

  /** Lets time pass until a moment of virtual time. */
  public void runUntil(Duration time) {
    long end = time.toNanos();
    while (fireNext(end)) {}
    trace.flush();
  }

  /**
   * Lets time pass until a condition holds. It is asked at once and then at each new moment of
   * virtual time at which something happens.
   *
   * @param what the condition, for the message
   * @return how long it took
   * @throws SimulationFailure if it does not hold within {@code limit}
   */
  public Duration runUntil(String what, Duration limit, BooleanSupplier condition) {
    long start = engine.nowNanos();
    long end = start + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (!fireNext(end)) {
        throw failure("not within %s: %s".formatted(limit, what), null);
      }
      long moment = engine.nowNanos();
      while (fireNext(moment)) {}
    }
    trace.flush();
    return Duration.ofNanos(engine.nowNanos() - start);
  }

  private boolean fireNext(long limitNanos) {
    try {
      boolean fired = engine.fireNext(limitNanos);
      if (fired && !alwaysChecked.isEmpty()) {
        check(alwaysChecked);
      }
      return fired;
    } catch (SimulationFailure e) {
      throw e;
    } catch (RuntimeException | AssertionError e) {
      throw failure("an event threw " + e, e);
    }
  }

  private void check(List<Invariant> invariants) {
    List<Violation> violations =
        invariants.stream().flatMap(i -> i.violations(now()).stream()).toList();
    if (!violations.isEmpty()) {
      throw failure(String.join("\n", violations.stream().map(Violation::toString).toList()), null);
    }
  }

  private SimulationFailure failure(String what, @Nullable Throwable cause) {
    trace.flush();
    String replay = replayCommand == null ? ReplayCommand.forRunningTest(seed) : replayCommand;
    return new SimulationFailure(what, seed, now(), trace.lastLines(), replay, cause);
  }
}
