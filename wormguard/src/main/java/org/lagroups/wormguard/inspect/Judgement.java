package org.lagroups.wormguard.inspect;

import java.lang.foreign.MemorySegment;
import org.lagroups.wormguard.engine.Alert;
import org.lagroups.wormguard.engine.AlertSink;
import org.lagroups.wormguard.engine.BlockingPolicy;
import org.lagroups.wormguard.engine.Engine;
import org.lagroups.wormguard.engine.RuleIndex;
import org.lagroups.wormguard.engine.Verdict;
import org.lagroups.wormguard.engine.header.NoFlow;
import org.lagroups.wormguard.engine.limit.Thresholds;
import org.lagroups.wormguard.flow.Direction;
import org.lagroups.wormguard.flow.FlowTable;
import org.lagroups.wormguard.flow.stream.StreamListener;
import org.lagroups.wormguard.packet.Decoded;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.rule.Rule;

/**
 * Judges a packet together with what it makes known of streams. What its own stream brings is
 * judged with it. What others bring, be it the other direction's or another flow's, is judged with
 * a stand-in; the packet's own judgement is finished before that, as only one can go on at a time.
 */
final class Judgement implements StreamListener, AutoCloseable {

  private enum State {
    NONE,
    OPEN,
    BEGUN
  }

  private final Thresholds thresholds;
  private final BlockingPolicy policy;
  private final FindingSink findings;
  private final FlowTable flows;
  private final KeptFlow flow;
  private final KeptStreams streams;
  private final Carrier carrier;
  private final StandIn standIn = new StandIn();
  private final AlertSink alerts = this::alert;

  private RuleIndex index;
  private Engine engine;
  private long gaveUpBefore;
  private long alertCount;

  private State state = State.NONE;
  private Packet packet = new Packet();
  private Decoded decoded = Decoded.NOT_IP;
  private int slot = FlowTable.NONE;
  private Direction way = Direction.TO_SERVER;
  private Verdict verdict = Verdict.NOTHING;
  private boolean isStandIn;
  private boolean isPayloadStreamed;
  private long frame;

  Judgement(
      RuleIndex index,
      Thresholds thresholds,
      BlockingPolicy policy,
      FindingSink findings,
      FlowTable flows,
      KeptFlow flow,
      KeptStreams streams,
      Carrier carrier) {
    this.index = index;
    this.thresholds = thresholds;
    this.policy = policy;
    this.findings = findings;
    this.flows = flows;
    this.flow = flow;
    this.streams = streams;
    this.carrier = carrier;
    this.engine = new Engine(index, thresholds, policy);
  }

  /** Turns to other rules. */
  RuleIndex exchange(RuleIndex next) {
    final Engine made = new Engine(next, thresholds, policy);
    final RuleIndex before = index;
    gaveUpBefore += engine.gaveUp();
    engine.close();
    engine = made;
    index = next;
    flow.renumber(before.flowBits(), next.flowBits());
    flow.releaseUnless(rule -> next.find(rule) != null);
    return before;
  }

  /** Whether the rule that had blocked a flow still may; if not, the flow is released. */
  boolean isStillBlocked(int itsSlot, Packet itsPacket) {
    Rule rule = index.find(flow.ruling(itsSlot));
    if (rule != null && policy.stillBlocks(rule, itsPacket)) {
      return true;
    }
    flow.release(itsSlot);
    return false;
  }

  /** Turns to the next frame, also where a sink that failed had the one before left undone. */
  void nextFrame() {
    frame++;
    state = State.NONE;
    slot = FlowTable.NONE;
    engine.nextFrame();
  }

  /** How many frames there were. */
  long frames() {
    return frame;
  }

  /** Turns to a packet, before streams take it. */
  void open(Packet opened, Decoded itsDecoded, int itsSlot, Direction itsWay) {
    state = State.OPEN;
    isPayloadStreamed = false;
    packet = opened;
    decoded = itsDecoded;
    slot = itsSlot;
    way = itsWay;
    verdict = Verdict.NOTHING;
  }

  /**
   * Comes to an end with a packet.
   *
   * @param isStreamed whether its payload is a part of a stream
   */
  Verdict conclude(boolean isStreamed) {
    if (state == State.OPEN) {
      begin(isStreamed);
    }
    if (state == State.BEGUN) {
      finish();
    }
    return slot != FlowTable.NONE && flow.isBlocked(slot) ? stronger(Verdict.DROP) : verdict;
  }

  @Override
  public boolean isTold(
      int ofFlow, Direction itsWay, MemorySegment memory, long offset, int length, long place) {
    return streams.has(ofFlow, itsWay, memory, offset, length, place);
  }

  @Override
  public void streamed() {
    isPayloadStreamed = true;
  }

  @Override
  public void data(
      int ofFlow, Direction itsWay, MemorySegment memory, long offset, int length, long place) {
    if (flow.isBlocked(ofFlow)) {
      return;
    }
    if (state != State.NONE && ofFlow == slot && itsWay == way) {
      if (state == State.OPEN) {
        begin(isPayloadStreamed);
      }
      judge(ofFlow, itsWay, memory, offset, length, (int) place);
      return;
    }
    if (state == State.BEGUN) {
      finish();
    }
    isStandIn = true;
    try {
      flow.turnToStream(ofFlow, itsWay);
      engine.begin(standIn.of(flows, ofFlow, itsWay, packet.nanos()), Decoded.OK, flow);
      judge(ofFlow, itsWay, memory, offset, length, (int) place);
      engine.finish(alerts);
    } finally {
      isStandIn = false;
    }
  }

  @Override
  public void restarted(int ofFlow, Direction itsWay) {
    streams.forget(ofFlow, itsWay);
  }

  @Override
  public void gap(int ofFlow, Direction itsWay, int length, long place) {
    streams.cut(ofFlow, itsWay);
  }

  /** How many alerts there were. */
  long alertCount() {
    return alertCount;
  }

  /** How often it took too long to say whether a rule holds. */
  long gaveUp() {
    return gaveUpBefore + engine.gaveUp();
  }

  @Override
  public void close() {
    engine.close();
  }

  private void begin(boolean isStreamed) {
    state = State.BEGUN;
    if (slot == FlowTable.NONE) {
      engine.begin(packet, decoded, NoFlow.NO_FLOW);
    } else {
      flow.turnTo(slot, way, isStreamed);
      engine.begin(packet, decoded, flow);
    }
  }

  private void finish() {
    state = State.NONE;
    verdict = stronger(engine.finish(alerts));
  }

  private void judge(
      int ofFlow, Direction itsWay, MemorySegment memory, long offset, int length, int place) {
    if (engine.isAboutStream()) {
      boolean isWholePacket =
          !isStandIn
              && length == packet.payloadLength()
              && offset == packet.payloadOffset()
              && memory.equals(packet.frame());
      StreamWindows part = streams.open(ofFlow, itsWay, memory, offset, length, place);
      boolean isOpen =
          engine.stream(
              part.memory(), part.offset(), part.length(), part.begin(), isWholePacket, streams);
      streams.close(isOpen ? Integer.MAX_VALUE : engine.bytesBefore());
    }
  }

  private void alert(Alert alert, Packet about) {
    alertCount++;
    boolean hasFlow = isStandIn || slot != FlowTable.NONE;
    findings.found(
        new Finding(
            flows,
            alert,
            about,
            hasFlow ? flow.slot() : FlowTable.NONE,
            flow.direction(),
            carrier,
            frame,
            isStandIn));
  }

  private Verdict stronger(Verdict other) {
    return other.compareTo(verdict) > 0 ? other : verdict;
  }
}
