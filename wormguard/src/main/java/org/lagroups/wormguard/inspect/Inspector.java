package org.lagroups.wormguard.inspect;

import java.lang.foreign.MemorySegment;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;
import org.lagroups.wormguard.engine.BlockingPolicy;
import org.lagroups.wormguard.engine.RuleIndex;
import org.lagroups.wormguard.engine.Verdict;
import org.lagroups.wormguard.engine.limit.Thresholds;
import org.lagroups.wormguard.flow.Direction;
import org.lagroups.wormguard.flow.FlowEnd;
import org.lagroups.wormguard.flow.FlowListener;
import org.lagroups.wormguard.flow.FlowNotes;
import org.lagroups.wormguard.flow.FlowTable;
import org.lagroups.wormguard.flow.stream.SegmentFate;
import org.lagroups.wormguard.flow.stream.Streams;
import org.lagroups.wormguard.packet.Checksums;
import org.lagroups.wormguard.packet.Decoded;
import org.lagroups.wormguard.packet.LinkType;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.packet.Tunnel;
import org.lagroups.wormguard.packet.fragment.Fate;
import org.lagroups.wormguard.packet.fragment.PacketUnpacker;

/**
 * Looks at frames one after another: puts fragments and streams together, follows flows, judges by
 * rules. For one thread; an index of rules may be shared by many.
 *
 * <pre>{@code
 * try (Inspector inspector = new Inspector(index, settings, policy, random, findings)) {
 *   while (frames.next()) {
 *     Verdict verdict = inspector.inspect(memory, offset, captured, wire, link, nanos);
 *   }
 *   inspector.endFlows();
 * }
 * }</pre>
 *
 * <p>Where frames come faster than they are looked at, that goes faster for many together, as long
 * as all of them stay where they lie:
 *
 * <pre>{@code
 * while (inspector.hasRoom() && isAnotherAtHand()) {
 *   inspector.take(memory, offset, captured, wire, link, nanos);
 * }
 * while (inspector.hasTaken()) {
 *   Verdict verdict = inspector.judge();
 * }
 * }</pre>
 *
 * <p>Packets with a wrong checksum, unless they are not verified, are judged by themselves: hosts
 * drop them, so they are of no flow.
 */
public final class Inspector implements AutoCloseable {

  private final boolean verifiesChecksums;
  private final PacketUnpacker unpacker;
  private final TakenFrames taken;
  private final FlowTable flows;
  private final Streams streams;
  private final KeptFlow keptFlow;
  private final KeptStreams keptStreams;
  private final Thresholds thresholds;
  private final Carrier carrier = new Carrier();
  private final Judgement judgement;

  private long bytes;
  private long badChecksums;
  private long blocked;
  private boolean isSound = true;

  /**
   * An inspector that has seen nothing yet.
   *
   * @param policy has the last word on what is blocked
   * @param random for what senders of packets must not know beforehand
   */
  public Inspector(
      RuleIndex index,
      InspectSettings settings,
      BlockingPolicy policy,
      RandomGenerator random,
      FindingSink findings) {
    int maxFlows = settings.flows().maxFlows();
    FlowNotes notes = new FlowNotes(maxFlows);
    this.verifiesChecksums = settings.verifyChecksums();
    this.unpacker = new PacketUnpacker(settings.fragments());
    this.flows = new FlowTable(settings.flows(), random, new Ends());
    this.thresholds = new Thresholds(settings.thresholds(), random.nextLong());
    this.keptFlow = new KeptFlow(flows, maxFlows, settings.marks());
    this.keptStreams =
        new KeptStreams(maxFlows, settings.windows(), settings.windowBytes(), settings.marks());
    this.judgement =
        new Judgement(index, thresholds, policy, findings, flows, keptFlow, keptStreams, carrier);
    this.streams = new Streams(settings.streams(), notes, judgement);
    this.taken = new TakenFrames(unpacker.decoder(), verifiesChecksums, flows, notes, keptStreams);
  }

  /**
   * Looks at a frame. Nothing of its memory is kept.
   *
   * <p>No other may have been taken before that is not judged yet.
   *
   * @param frame where it lies
   * @param offset where it begins
   * @param captured how many of its bytes there are; all of them within {@code frame}
   * @param wire how many bytes it had on the wire
   * @param link what it begins with
   * @param nanos when it came, in nanoseconds since 1970
   * @return what is to be done with it: the strongest that any packet within it asks for, where to
   *     block is stronger than to let pass
   */
  public Verdict inspect(
      MemorySegment frame, long offset, int captured, int wire, LinkType link, long nanos) {
    if (taken.hasNext()) {
      throw new IllegalStateException("a frame was taken before that is not judged yet");
    }
    taken.take(frame, offset, captured, wire, link, nanos);
    return judge();
  }

  /** Whether a frame can be taken. Once there is no room, all that were taken have to be judged. */
  public boolean hasRoom() {
    return taken.hasRoom();
  }

  /**
   * Takes a frame, which has to stay where it lies until it is judged. The parameters are those of
   * {@link #inspect}.
   *
   * @throws IllegalStateException if there is no room
   */
  public void take(
      MemorySegment frame, long offset, int captured, int wire, LinkType link, long nanos) {
    taken.take(frame, offset, captured, wire, link, nanos);
  }

  /** Whether there are frames that were taken and not judged yet. */
  public boolean hasTaken() {
    return taken.hasNext();
  }

  /**
   * Looks at the frame that was taken first of those that were not judged yet. All that it gives is
   * as if each was inspected when it came.
   *
   * @return as of {@link #inspect}
   * @throws IllegalStateException if there is none
   */
  public Verdict judge() {
    taken.next();
    judgement.nextFrame();
    bytes += taken.packet().wireLength();
    isSound = true;
    unpacker.turnTo(taken.packet(), taken.decoded());
    carrier.clear();
    boolean isDamaged = taken.isDamaged();
    int slot = isDamaged ? FlowTable.NONE : taken.seenBy(flows);
    Verdict verdict = judge(taken.packet(), taken.decoded(), isDamaged, slot);
    while (hasNext()) {
      Verdict next = judgeInner(unpacker.packet(), unpacker.decoded());
      verdict = next.compareTo(verdict) > 0 ? next : verdict;
    }
    if (verdict.compareTo(Verdict.DROP) >= 0) {
      blocked++;
    }
    return verdict;
  }

  /**
   * Whether all packets of the last frame could be read: none was truncated, malformed or too deep.
   */
  public boolean isSound() {
    return isSound;
  }

  /** Ends all flows, so that what still waits in streams is judged; before, what was taken is. */
  public void endFlows() {
    flows.clear();
  }

  /**
   * Turns to other rules; flows, streams, counters of thresholds and the flow bits that both name
   * go on. A flow stays blocked or passed only where the rule that did so is among them.
   *
   * @return the rules before, for whoever closes them once no inspector has them
   */
  public RuleIndex exchange(RuleIndex next) {
    return judgement.exchange(next);
  }

  /** How many alerts there were so far. */
  public long alertCount() {
    return judgement.alertCount();
  }

  /** What was counted so far. */
  public InspectCounts counts() {
    return new InspectCounts(
        judgement.frames(),
        bytes,
        counts(Decoded.class, unpacker.decoder().frames()::of),
        counts(Decoded.class, unpacker.decoder().inner()::of),
        counts(Fate.class, unpacker.reassembler().counts()::of),
        badChecksums,
        flows.size(),
        flows.counts().begun(),
        counts(FlowEnd.class, flows.counts()::ended),
        counts(SegmentFate.class, streams.counts()::of),
        judgement.alertCount(),
        blocked,
        judgement.gaveUp(),
        keptStreams.windowsLost(),
        keptFlow.bitsLost(),
        thresholds.evicted());
  }

  /** Gives up the scanners; the index is not closed. */
  @Override
  public void close() {
    judgement.close();
  }

  private boolean hasNext() {
    Packet packet = unpacker.packet();
    if (unpacker.decoded() != Decoded.FRAGMENT && packet.tunnel() != Tunnel.NONE) {
      carrier.add(packet);
    }
    return unpacker.next();
  }

  private Verdict judgeInner(Packet packet, Decoded decoded) {
    boolean isDamaged = verifiesChecksums && Checksums.isAnyBad(packet, decoded);
    return judge(packet, decoded, isDamaged, isDamaged ? FlowTable.NONE : flows.see(packet));
  }

  private Verdict judge(Packet packet, Decoded decoded, boolean isDamaged, int slot) {
    badChecksums += isDamaged ? 1 : 0;
    isSound &= decoded != Decoded.TRUNCATED;
    isSound &= decoded != Decoded.MALFORMED && decoded != Decoded.TOO_DEEP;
    if (slot != FlowTable.NONE
        && keptFlow.isBlocked(slot)
        && judgement.isStillBlocked(slot, packet)) {
      return Verdict.DROP;
    }
    judgement.open(packet, decoded, slot, flows.direction());
    boolean isStreamed = decoded == Decoded.OK && streams.take(flows, slot, packet);
    return judgement.conclude(isStreamed);
  }

  private static <K extends Enum<K>> Map<K, Long> counts(Class<K> kinds, ToLongFunction<K> count) {
    Map<K, Long> counts = new EnumMap<>(kinds);
    for (K kind : kinds.getEnumConstants()) {
      counts.put(kind, count.applyAsLong(kind));
    }
    return counts;
  }

  /** Lets all that keeps something with flows know of their beginnings and ends. */
  private final class Ends implements FlowListener {

    @Override
    public void begun(int flow) {
      streams.begun(flow);
    }

    @Override
    public void restarted(int flow, Direction way) {
      streams.restarted(flow, way);
    }

    @Override
    public void ended(int flow, FlowEnd why) {
      streams.ended(flow, why);
      keptStreams.forget(flow);
      keptFlow.forget(flow);
    }
  }
}
