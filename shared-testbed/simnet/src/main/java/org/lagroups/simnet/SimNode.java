package org.lagroups.simnet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.link.Parting;
import org.lagroups.simnet.link.Station;
import org.lagroups.simnet.link.Traffic;
import org.lagroups.simnet.net.Endpoint;
import org.lagroups.simnet.trace.TraceKind;

/**
 * A simulated node, as the test sees it.
 *
 * @param <A> what its program returns
 */
public final class SimNode<A> implements Endpoint {

  private final World world;
  private final String name;
  private final Station station;
  private final NodeProgram<A> program;
  private final SimStorage storage = new SimStorage();
  private final SimClock clock;
  private @Nullable Running<A> running;
  private int lives;

  private record Running<A>(Life life, A app) {}

  SimNode(World world, String name, Station station, NodeProgram<A> program) {
    this.world = world;
    this.name = name;
    this.station = station;
    this.program = program;
    this.clock = new SimClock(world.engine(), world.originMillis());
  }

  @Override
  public NodeId id() {
    return station.id();
  }

  @Override
  public int index() {
    return station.index();
  }

  @Override
  public String name() {
    return name;
  }

  public NodeAddress address() {
    return station.address();
  }

  /** The wall clock that its machines see. */
  public SimClock clock() {
    return clock;
  }

  public SimStorage storage() {
    return storage;
  }

  /** What it sent and received, over all its lives. */
  public Traffic traffic() {
    return station.traffic();
  }

  public boolean isRunning() {
    return running != null;
  }

  /**
   * What its program returned when it last started. Do not keep it over a restart.
   *
   * @throws IllegalStateException if the node is not running
   */
  public A app() {
    if (running == null) {
      throw new IllegalStateException(name + " is not running");
    }
    return running.app();
  }

  /** Whether it believes that it has a link to another. */
  public boolean isLinked(SimNode<?> peer) {
    return station.isLinked(peer.id());
  }

  /** The nodes to which it believes that it has links. */
  public List<NodeId> linkedPeers() {
    return station.linkedPeers();
  }

  /** Makes it want a link to another node, whose address it learns; ends with its life. */
  public void keepLink(SimNode<?> peer) {
    station.keep(Station.NODE, peer.id(), List.of(peer.address()));
  }

  /** Takes {@link #keepLink} back. */
  public void releaseLink(SimNode<?> peer) {
    station.release(Station.NODE, peer.id());
  }

  /**
   * Ends it at once, as a power failure would: peers find out by themselves. Called from within one
   * of its own machines, it works as soon as that call has returned.
   */
  public void kill() {
    end(TraceKind.KILL);
  }

  /**
   * Ends its process at once, while its host goes on, and ends the process's TCP connections: after
   * the delay of the path its links are in doubt at its peers. Otherwise as {@link #kill}.
   */
  public void crash() {
    end(TraceKind.CRASH);
  }

  /** Ends it in order: its links are closed. */
  public void stop() {
    end(TraceKind.STOP);
  }

  /**
   * Starts it again, after {@link #kill} if it runs; storage and known addresses are still there.
   */
  public void restart() {
    kill();
    start();
  }

  /** Starts it again as on an empty disk: same ID and address, nothing else. */
  public void restartEmpty() {
    kill();
    storage.clear();
    station.forgetAddresses();
    start();
  }

  /**
   * Makes it stand still, as a stopped process or a swapping machine would: it neither hears nor
   * answers, and its timers do not fire. Has no effect unless it runs.
   */
  public void pause() {
    if (running != null && !station.isPaused()) {
      world.trace().node(now(), TraceKind.PAUSE, index(), lives);
      station.pause();
      world.network().isolate(this);
    }
  }

  public boolean isPaused() {
    return station.isPaused();
  }

  /** Makes it go on after {@link #pause}; whatever was due meanwhile happens now. */
  public void resume() {
    if (station.isPaused()) {
      world.trace().node(now(), TraceKind.RESUME, index(), lives);
      world.network().reconnect(this);
      station.resume();
    }
  }

  void start() {
    if (running != null) {
      throw new IllegalStateException(name + " cannot be restarted from within its own machines");
    }
    world.trace().node(now(), TraceKind.START, index(), ++lives);
    Life life = new Life(world, name, station, storage, clock, lives);
    A app = program.install(life);
    running = new Running<>(life, app);
    station.powerOn(life);
    life.start();
  }

  private void end(TraceKind how) {
    if (running == null) {
      return;
    }
    Life life = running.life();
    if (life.isBusy()) {
      world.engine().after(0, () -> end(life, how));
    } else {
      end(life, how);
    }
  }

  private void end(Life life, TraceKind how) {
    if (!life.hasEnded()) {
      if (station.isPaused()) {
        world.network().reconnect(this);
      }
      life.end();
      running = null;
      world.trace().node(now(), how, index(), lives);
      station.powerOff(parting(how));
    }
  }

  private static Parting parting(TraceKind how) {
    return switch (how) {
      case STOP -> Parting.FAREWELL;
      case CRASH -> Parting.BROKEN_OFF;
      default -> Parting.SILENCE;
    };
  }

  private long now() {
    return world.engine().nowNanos();
  }
}
