package org.lagroups.simnet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Environment;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.lagroups.simnet.engine.SeedTree;
import org.lagroups.simnet.link.LinkListener;
import org.lagroups.simnet.link.Station;

/** A node from its start to its end: its machines, and who is called when. */
final class Life implements Host, LinkListener {

  private final World world;
  private final String name;
  private final Station station;
  private final SimStorage storage;
  private final SimClock clock;
  private final String label;
  private final List<Slot<?>> slots = new ArrayList<>();
  private boolean hasEnded;
  private boolean isStarted;
  private int callsInProgress;

  Life(World world, String name, Station station, SimStorage storage, SimClock clock, int number) {
    this.world = world;
    this.name = name;
    this.station = station;
    this.storage = storage;
    this.clock = clock;
    this.label = name + "/" + number;
  }

  @Override
  public NodeId self() {
    return station.id();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public NodeAddress address() {
    return station.address();
  }

  @Override
  public SimStorage storage() {
    return storage;
  }

  @Override
  public RandomGenerator random() {
    return SeedTree.random(world.seed(), "program of " + label);
  }

  @Override
  public <T extends Enum<T>, M extends Machine<T>> M install(
      ProtocolId protocol, Function<Environment<T>, M> factory) {
    if (isStarted) {
      throw new IllegalStateException("machines are installed before the node starts");
    }
    if (slot(protocol.number()) != null) {
      throw new IllegalArgumentException("there is a machine for " + protocol + " already");
    }
    RandomGenerator random =
        SeedTree.random(world.seed(), "machine %d of %s".formatted(protocol.number(), label));
    SimEnvironment<T> environment =
        new SimEnvironment<>(this, world, station, clock, protocol.number(), random);
    M machine = factory.apply(environment);
    environment.attach(machine);
    slots.add(new Slot<>(protocol.number(), machine));
    return machine;
  }

  @Override
  public void linkUp(NodeId peer) {
    for (Slot<?> slot : slots) {
      call(() -> slot.machine().onLinkUp(peer));
    }
  }

  @Override
  public void linkDown(NodeId peer) {
    for (Slot<?> slot : slots) {
      call(() -> slot.machine().onLinkDown(peer));
    }
  }

  @Override
  public void linkInDoubt(NodeId peer) {
    for (Slot<?> slot : slots) {
      call(() -> slot.machine().onLinkInDoubt(peer));
    }
  }

  @Override
  public boolean speaks(int protocol) {
    return slot(protocol) != null;
  }

  @Override
  public void message(NodeId from, int protocol, Bytes message) {
    Slot<?> slot = slot(protocol);
    if (slot != null) {
      call(() -> slot.machine().onMessage(from, message));
    }
  }

  void start() {
    isStarted = true;
    for (Slot<?> slot : slots) {
      call(slot.machine()::start);
    }
  }

  void end() {
    hasEnded = true;
  }

  boolean hasEnded() {
    return hasEnded;
  }

  /** Whether one of the machines is in the middle of a call. */
  boolean isBusy() {
    return callsInProgress > 0;
  }

  void call(Runnable machineCall) {
    callsInProgress++;
    try {
      machineCall.run();
    } finally {
      callsInProgress--;
    }
  }

  private @Nullable Slot<?> slot(int protocol) {
    for (Slot<?> slot : slots) {
      if (slot.protocol() == protocol) {
        return slot;
      }
    }
    return null;
  }

  private record Slot<T extends Enum<T>>(int protocol, Machine<T> machine) {}
}
