package org.lagroups.multicast.relay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Environment;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.relay.child.Member;
import org.lagroups.multicast.relay.child.MemberListener;
import org.lagroups.multicast.relay.flow.Uplink;
import org.lagroups.multicast.stream.chunk.SealedChunk;
import org.lagroups.multicast.wire.CastCodec;
import org.lagroups.multicast.wire.CastMessage;
import org.lagroups.multicast.wire.Decoded;
import org.lagroups.multicast.wire.RelayMessage.Progress;
import org.lagroups.multicast.wire.RelayMessage.Report;
import org.lagroups.multicast.wire.RelayMessage.Roster;
import org.lagroups.multicast.wire.RelayMessage.Want;
import org.lagroups.multicast.wire.Route;
import org.lagroups.multicast.wire.StreamMessage.ChunkMessage;

/** A node that receives, with bad habits that a test may give it. */
final class Receiver implements Machine<Receiver.Timer>, MemberListener {

  private final Environment<Timer> environment;
  private final Uplink uplink = new Uplink();
  private final MemoryStore store;
  private final Member member;
  private final List<RelayVerdict> verdicts = new ArrayList<>();
  private final Deque<Coming> coming = new ArrayDeque<>();
  private long[] tookAt = new long[16];
  private long below;
  private boolean keepsAll;
  private long downlinkBytesPerSecond = Long.MAX_VALUE;
  private long freeNanos;

  enum Timer {
    TICK,
    COMING
  }

  private record Coming(NodeId from, ChunkMessage chunk, Bytes encoded, long nanos) {}

  Receiver(Environment<Timer> environment, NodeId parent, RelaySettings settings, long window) {
    this.environment = environment;
    this.store = new MemoryStore(window);
    this.member =
        new Member(
            new Wiring(environment, Pieces.STREAM, uplink),
            parent,
            settings,
            store,
            0,
            Pieces::check,
            this);
  }

  Uplink uplink() {
    return uplink;
  }

  Member member() {
    return member;
  }

  MemoryStore store() {
    return store;
  }

  List<RelayVerdict> verdicts() {
    return verdicts;
  }

  /** It passes nothing on from now on, and pretends that it need not. */
  void keepAll() {
    keepsAll = true;
  }

  /** Chunks come in no faster than this from now on. */
  void downlink(long bytesPerSecond) {
    downlinkBytesPerSecond = bytesPerSecond;
  }

  /** When it got a chunk, in nanoseconds of its clock; 0 if it did not. */
  long tookAt(long sequence) {
    return sequence < tookAt.length ? tookAt[(int) sequence] : 0;
  }

  @Override
  public void start() {
    environment.setTimer(Timer.TICK, RelaySettings.TICK_MILLIS);
  }

  @Override
  public void onMessage(NodeId from, Bytes message) {
    if (CastCodec.decode(message) instanceof Decoded.Accepted(CastMessage accepted)) {
      switch (accepted) {
        case ChunkMessage chunk -> comes(from, chunk, message);
        case Roster roster -> member.onRoster(from, roster);
        case Report report -> member.onReport(from, report);
        case Want want -> member.onWant(from, want);
        case Progress progress -> member.onProgress(from, progress);
        default -> {}
      }
    }
  }

  @Override
  public void onTimer(Timer timer) {
    switch (timer) {
      case TICK -> {
        member.tick();
        environment.setTimer(Timer.TICK, RelaySettings.TICK_MILLIS);
      }
      case COMING -> letIn();
    }
  }

  @Override
  public void onLinkUp(NodeId peer) {
    member.onLinkUp(peer);
  }

  @Override
  public void onLinkDown(NodeId peer) {
    member.onLinkDown(peer);
  }

  @Override
  public void taken(SealedChunk chunk) {
    int sequence = (int) chunk.chunk().sequence();
    while (sequence >= tookAt.length) {
      tookAt = java.util.Arrays.copyOf(tookAt, 2 * tookAt.length);
    }
    tookAt[sequence] = environment.elapsedNanos();
  }

  @Override
  public void advanced(long newBelow) {
    if (newBelow <= below) {
      throw new AssertionError("from " + below + " back to " + newBelow);
    }
    below = newBelow;
  }

  @Override
  public void judged(RelayVerdict verdict) {
    verdicts.add(verdict);
  }

  private void comes(NodeId from, ChunkMessage chunk, Bytes encoded) {
    long now = environment.elapsedNanos();
    if (downlinkBytesPerSecond == Long.MAX_VALUE && coming.isEmpty()) {
      take(new Coming(from, chunk, encoded, now));
      return;
    }
    freeNanos =
        Math.max(now, freeNanos)
            + (long) (encoded.length() * 1e9 / Math.max(1, downlinkBytesPerSecond));
    coming.add(new Coming(from, chunk, encoded, freeNanos));
    letIn();
  }

  private void letIn() {
    long now = environment.elapsedNanos();
    while (!coming.isEmpty() && coming.getFirst().nanos() <= now) {
      take(coming.remove());
    }
    if (!coming.isEmpty()) {
      long wait = (coming.getFirst().nanos() - now) / 1_000_000 + 1;
      environment.setTimer(Timer.COMING, wait);
    }
  }

  private void take(Coming one) {
    ChunkMessage chunk = one.chunk();
    member.onChunk(
        one.from(),
        keepsAll ? new ChunkMessage(chunk.stream(), Route.NONE, chunk.sealed()) : chunk,
        one.encoded());
  }
}
