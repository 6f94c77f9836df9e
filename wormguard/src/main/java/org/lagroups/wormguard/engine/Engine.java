package org.lagroups.wormguard.engine;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.lagroups.wormguard.engine.header.FlowState;
import org.lagroups.wormguard.engine.header.HeaderBytes;
import org.lagroups.wormguard.engine.header.NoFlow;
import org.lagroups.wormguard.engine.limit.Outcome;
import org.lagroups.wormguard.engine.limit.Thresholds;
import org.lagroups.wormguard.engine.payload.PayloadJudge;
import org.lagroups.wormguard.engine.payload.PayloadPlan;
import org.lagroups.wormguard.match.HitSink;
import org.lagroups.wormguard.match.LiteralMatcher;
import org.lagroups.wormguard.match.LiteralScanner;
import org.lagroups.wormguard.packet.Decoded;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.rule.Action;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.payload.Buffer;

/**
 * Judges packets by the rules of an index, one after another, for one thread.
 *
 * <pre>{@code
 * engine.begin(packet, decoded, flow);
 * engine.stream(memory, offset, length, place, isPacketLast, notes); // for its stream, if it has
 * Verdict verdict = engine.finish(alerts);
 * }</pre>
 *
 * <p>A rule alerts once for a packet at most. A packet that is no whole and sound one is judged
 * only by rules that ask for no payload; so are fragments, before they are put together.
 */
public final class Engine implements AutoCloseable {

  private final RuleIndex index;
  private final Thresholds thresholds;
  private final BlockingPolicy policy;
  private final LiteralScanner[][] scanners;
  private final PayloadJudge judge = new PayloadJudge();
  private final Numbers candidates;
  private final Numbers held;
  private final Numbers heldInStream;
  private final HitSink hits = this::hit;
  private final long[] firstEnds;
  private Prefilter ofPacket;
  private Prefilter prefilter;
  private TextKind kind = TextKind.OTHER;
  private int payload;

  /** Whether the packet by itself is not judged yet, as a part of its stream may come first. */
  private boolean waits;

  private Packet packet = new Packet();
  private FlowState flow = NoFlow.NO_FLOW;

  /** An engine over an index, which has to be closed before that is. */
  public Engine(RuleIndex index, Thresholds thresholds, BlockingPolicy policy) {
    this.index = index;
    this.thresholds = thresholds;
    this.policy = policy;
    this.candidates = new Numbers(index.size());
    this.held = new Numbers(index.size());
    this.heldInStream = new Numbers(index.size());
    this.ofPacket = index.prefilter(kind, packet);
    this.prefilter = ofPacket;
    this.firstEnds = new long[index.size()];
    this.scanners =
        index.prefilters().stream()
            .map(each ->
                each.matchers().stream()
                    .map(LiteralMatcher::newScanner)
                    .toArray(LiteralScanner[]::new))
            .toArray(LiteralScanner[][]::new);
  }

  /** Turns to another frame; all that is judged of one has a bound in common. */
  public void nextFrame() {
    judge.nextFrame();
  }

  /** Judges a packet by itself. */
  public void begin(Packet judged, Decoded decoded, FlowState itsFlow) {
    packet = judged;
    flow = itsFlow;
    held.clear();
    heldInStream.clear();
    waits = false;
    kind = TextKind.of(packet, flow.isStreamed());
    ofPacket = index.prefilter(kind, packet);
    if (flow.isPassed() || packet.ipVersion() == 0) {
      return;
    }
    payload = decoded == Decoded.OK ? packet.payloadLength() : 0;
    waits = kind == TextKind.STREAMED_TCP && payload > 0;
    if (!waits) {
      judgePacket();
    }
  }

  /** Whether there are rules about what a stream with the packet's ports carries. */
  public boolean isAboutStream() {
    return ofStream().isAboutStreams();
  }

  /**
   * How many of the bytes before new ones of such a stream matter, if no rule waits there for what
   * it needs besides its literal; {@link Integer#MAX_VALUE} if all do.
   */
  public int bytesBefore() {
    return ofStream().bytesBefore();
  }

  /**
   * Judges a part of the stream that the packet belongs to, in the packet's direction.
   *
   * @param lengthBytes at least 1
   * @param place how many bytes of the stream come before this part
   * @param isPacketLast whether this part ends with the packet's payload, the whole of it: then it
   *     need not be looked through again
   * @param notes of this stream and direction; a rule is judged on what lies behind the place up to
   *     which it held before
   * @return whether there is a rule that may hold for this together with what follows, though it
   *     does not for this alone
   */
  public boolean stream(
      MemorySegment memory,
      long offset,
      int lengthBytes,
      int place,
      boolean isPacketLast,
      StreamNotes notes) {
    if (flow.isPassed()) {
      return false;
    }
    find(ofStream(), memory, offset, lengthBytes);
    if (waits && isPacketLast) {
      waits = false;
      judgeFound(lengthBytes - payload);
    }
    boolean isOpen = false;
    for (int number : prefilter.always()) {
      isOpen |= judgeStream(number, memory, offset, lengthBytes, place, 0, notes);
    }
    for (int i = 0; i < candidates.size(); i++) {
      int number = candidates.get(i);
      long first = place + firstPlace(number);
      isOpen |= judgeStream(number, memory, offset, lengthBytes, place, first, notes);
    }
    return isOpen;
  }

  /** Comes to an end with the packet: tells the alerts, and what is to be done. */
  public Verdict finish(AlertSink alerts) {
    if (waits && !flow.isPassed()) {
      waits = false;
      judgePacket();
    }
    Verdict verdict = flow.isPassed() ? Verdict.PASS : Verdict.NOTHING;
    held.sort();
    for (int i = 0; i < held.size() && verdict != Verdict.PASS; i++) {
      int number = held.get(i);
      JudgedRule judged = index.rule(number);
      if (judged.areBits(flow)) {
        judged.applyBits(flow);
        Verdict wanted = conclude(number, judged, alerts);
        verdict = wanted.compareTo(verdict) > 0 ? wanted : verdict;
      }
    }
    return verdict;
  }

  /** What judging payloads has cost: bytes looked at, and what is worth as much. */
  long effort() {
    return judge.effort();
  }

  /** How often it took too long to say whether a rule holds, so that it did not. */
  public long gaveUp() {
    return judge.gaveUp();
  }

  @Override
  public void close() {
    for (LiteralScanner[] each : scanners) {
      List.of(each).forEach(LiteralScanner::close);
    }
  }

  private void judgePacket() {
    find(ofPacket, packet.frame(), packet.payloadOffset(), payload);
    judgeFound(0);
  }

  /** Judges the packet by rules whose literals were found in a text that ends with its payload. */
  private void judgeFound(int bytesBefore) {
    for (int number : prefilter.always()) {
      judge(number, 0);
    }
    for (int i = 0; i < candidates.size(); i++) {
      int number = candidates.get(i);
      judge(number, Math.max(0, firstPlace(number) - bytesBefore));
    }
  }

  private Prefilter ofStream() {
    return kind == TextKind.STREAMED_TCP
        ? ofPacket
        : index.prefilter(TextKind.STREAMED_TCP, packet);
  }

  private void find(Prefilter of, MemorySegment memory, long offset, long length) {
    candidates.clear();
    prefilter = of;
    LiteralScanner[] all = scanners[prefilter.place()];
    for (int i = 0; length > 0 && i < all.length; i++) {
      all[i].scan(memory, offset, length, hits);
    }
  }

  private boolean hit(int literal, long end) {
    for (int number : prefilter.rules(literal)) {
      candidates.add(number);
      firstEnds[number] = end;
    }
    return true;
  }

  /** Where in the text that was looked through the literal of a rule begins first. */
  private long firstPlace(int number) {
    return firstEnds[number] - index.rule(number).literalLength();
  }

  private void judge(int number, long firstPlace) {
    JudgedRule judged = index.rule(number);
    Scope scope = judged.scope();
    if ((kind == TextKind.STREAMED_TCP ? scope.inPackets() : scope.inLonePackets())
        && (!scope.oncePerDirection() || flow.isFirstOfDirection())
        && judged.isAbout(packet, flow)
        && areBytes(judged, firstPlace)) {
      held.add(number);
    }
  }

  private boolean areBytes(JudgedRule judged, long firstPlace) {
    Buffer buffer = judged.rule().buffer();
    boolean isPayload = buffer == Buffer.PAYLOAD;
    long start = isPayload ? packet.payloadOffset() : HeaderBytes.start(buffer, packet);
    long length = isPayload ? payload : HeaderBytes.length(buffer, packet);
    return isPayload(judged, packet.frame(), start, length, 0, firstPlace);
  }

  /** Judged even if the packet by itself made it hold: the same bytes must not alert later. */
  private boolean judgeStream(
      int number,
      MemorySegment memory,
      long offset,
      int length,
      int place,
      long first,
      StreamNotes notes) {
    JudgedRule judged = index.rule(number);
    if (!judged.scope().inStream()) {
      return false;
    }
    int known = Math.max(0, notes.heldUntil(judged.key()) - place);
    if (known >= length || !judged.isAbout(packet, flow)) {
      return false;
    }
    if (!isPayload(judged, memory, offset + known, length - known, place + known, first)) {
      return judged.payload().asksForMore();
    }
    notes.held(judged.key(), place + length);
    held.add(number);
    heldInStream.add(number);
    return false;
  }

  /** No payload is never what a rule asks for, whatever has to be missing there. */
  private boolean isPayload(
      JudgedRule judged,
      MemorySegment memory,
      long offset,
      long length,
      long place,
      long firstPlace) {
    PayloadPlan plan = judged.payload();
    if (plan.isEmpty()) {
      return true;
    }
    long known = judged.isLiteralFirst() ? firstPlace : 0;
    return length > 0 && judge.holds(plan, memory, offset, length, place, known);
  }

  private Verdict conclude(int number, JudgedRule judged, AlertSink alerts) {
    Rule rule = judged.rule();
    Outcome outcome =
        rule.threshold().isEmpty()
            ? Outcome.ALERT
            : thresholds.count(judged.key(), rule.threshold().get(), packet, flow.id());
    if (outcome == Outcome.NOTHING) {
      return Verdict.NOTHING;
    }
    boolean isInStream = heldInStream.contains(number);
    boolean isOncePerDirection = judged.scope().oncePerDirection();
    if (rule.action() == Action.PASS) {
      // What a stream has before hands were shaken may be forged by anybody.
      if (isOncePerDirection || (isInStream && flow.isEstablished())) {
        flow.pass(judged.key());
      }
      return Verdict.PASS;
    }
    boolean isBlocked = rule.action() != Action.ALERT && policy.mayBlock(rule, packet);
    if (isBlocked && (isInStream || isOncePerDirection)) {
      flow.block(judged.key());
    }
    if (outcome == Outcome.ALERT && !rule.isSilent()) {
      alerts.alert(new Alert(rule, isInStream, flow.id(), isBlocked), packet);
    }
    if (!isBlocked) {
      return Verdict.NOTHING;
    }
    return rule.action() == Action.REJECT ? Verdict.REJECT : Verdict.DROP;
  }
}
