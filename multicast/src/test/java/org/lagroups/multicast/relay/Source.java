package org.lagroups.multicast.relay;

import java.util.ArrayList;
import java.util.List;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Environment;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.plan.RelayPlanner;
import org.lagroups.multicast.relay.flow.Uplink;
import org.lagroups.multicast.relay.parent.Distributor;
import org.lagroups.multicast.relay.parent.DistributorListener;
import org.lagroups.multicast.stream.chunk.SealedChunk;
import org.lagroups.multicast.wire.CastCodec;
import org.lagroups.multicast.wire.CastMessage;
import org.lagroups.multicast.wire.Decoded;
import org.lagroups.multicast.wire.RelayMessage.Progress;
import org.lagroups.multicast.wire.RelayMessage.Report;
import org.lagroups.multicast.wire.RelayMessage.Want;

/** A node that sends a stream of made-up chunks to its children. */
final class Source implements Machine<Source.Timer>, DistributorListener {

  private final Environment<Timer> environment;
  private final RelaySettings settings;
  private final int payloadBytes;
  private final Uplink uplink = new Uplink();
  private final MemoryStore store;
  private final RelayPlanner<Integer> planner = new RelayPlanner<>();
  private final List<RelayVerdict> verdicts = new ArrayList<>();
  private final Distributor distributor;
  private long count;
  private long given;

  enum Timer {
    TICK
  }

  Source(Environment<Timer> environment, RelaySettings settings, int payloadBytes, long window) {
    this.environment = environment;
    this.settings = settings;
    this.payloadBytes = payloadBytes;
    this.store = new MemoryStore(window);
    this.distributor =
        new Distributor(
            new Wiring(environment, Pieces.STREAM, uplink),
            settings,
            store,
            (capacities, then) -> then.accept(planner.plan(capacities)),
            this);
  }

  Uplink uplink() {
    return uplink;
  }

  Distributor distributor() {
    return distributor;
  }

  List<RelayVerdict> verdicts() {
    return verdicts;
  }

  /** How many chunks there are so far. */
  long given() {
    return given;
  }

  /** There is a file of so many chunks. */
  void send(long chunks) {
    count = chunks;
    hasRoom();
  }

  /** A live stream has one more chunk; {@code chunks} is how many there will be. */
  void live(long chunks) {
    count = chunks;
    give();
  }

  @Override
  public void start() {
    environment.setTimer(Timer.TICK, RelaySettings.TICK_MILLIS);
  }

  @Override
  public void onMessage(NodeId from, Bytes message) {
    if (CastCodec.decode(message) instanceof Decoded.Accepted(CastMessage accepted)) {
      switch (accepted) {
        case Report report -> distributor.onReport(from, report);
        case Want want -> distributor.onWant(from, want);
        case Progress progress -> distributor.onProgress(from, progress);
        default -> {}
      }
    }
  }

  @Override
  public void onTimer(Timer timer) {
    distributor.tick();
    if (!settings.isLive()) {
      hasRoom();
    }
    environment.setTimer(Timer.TICK, RelaySettings.TICK_MILLIS);
  }

  @Override
  public void onLinkUp(NodeId peer) {
    distributor.onLinkUp(peer);
  }

  @Override
  public void onLinkDown(NodeId peer) {
    distributor.onLinkDown(peer);
  }

  @Override
  public void hasRoom() {
    while (!settings.isLive() && given < count && distributor.hasRoom()) {
      give();
    }
  }

  @Override
  public void judged(RelayVerdict verdict) {
    verdicts.add(verdict);
  }

  private void give() {
    SealedChunk piece = Pieces.piece(given++, payloadBytes, count);
    store.put(piece);
    distributor.offer(piece);
  }
}
