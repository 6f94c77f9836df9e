package org.lagroups.wormguard.engine;

import java.lang.foreign.MemorySegment;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lagroups.wormguard.engine.header.FlowState;
import org.lagroups.wormguard.engine.header.NoFlow;
import org.lagroups.wormguard.engine.limit.Outcome;
import org.lagroups.wormguard.engine.limit.Thresholds;
import org.lagroups.wormguard.engine.payload.PayloadJudge;
import org.lagroups.wormguard.match.HitSink;
import org.lagroups.wormguard.match.LiteralMatcher;
import org.lagroups.wormguard.match.LiteralScanner;
import org.lagroups.wormguard.packet.Decoded;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.rule.Action;
import org.lagroups.wormguard.rule.Rule;

/**
 * Judges packets by the rules of an index, one after another, for one thread.
 *
 * <pre>{@code
 * engine.begin(packet, decoded, flow);
 * engine.stream(memory, offset, length, place, notes); // for what it adds to its stream
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
  private final Map<TextKind, List<LiteralScanner>> scanners = new EnumMap<>(TextKind.class);
  private final PayloadJudge judge = new PayloadJudge();
  private final Numbers candidates;
  private final Numbers held;
  private final Numbers heldInStream;
  private final HitSink hits = this::hit;
  private Prefilter prefilter;
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
    this.prefilter = index.prefilter(TextKind.OTHER);
    for (TextKind kind : TextKind.values()) {
      scanners.put(
          kind, index.prefilter(kind).matchers().stream().map(LiteralMatcher::newScanner).toList());
    }
  }

  /** Judges a packet by itself. */
  public void begin(Packet judged, Decoded decoded, FlowState itsFlow) {
    packet = judged;
    flow = itsFlow;
    held.clear();
    heldInStream.clear();
    if (flow.isPassed() || packet.ipVersion() == 0) {
      return;
    }
    TextKind kind = TextKind.of(packet, flow.isStreamed());
    int payload = decoded == Decoded.OK ? packet.payloadLength() : 0;
    judge(kind, packet.frame(), packet.payloadOffset(), payload);
  }

  /**
   * Judges a part of the stream that the packet belongs to, in the packet's direction.
   *
   * @param lengthBytes at least 1
   * @param place how many bytes of the stream come before this part
   * @param notes of this stream and direction; a rule is judged on what lies behind the place up to
   *     which it held before
   */
  public void stream(
      MemorySegment memory, long offset, int lengthBytes, int place, StreamNotes notes) {
    if (flow.isPassed()) {
      return;
    }
    find(TextKind.STREAM, memory, offset, lengthBytes);
    for (int number : prefilter.always()) {
      judgeStream(number, memory, offset, lengthBytes, place, notes);
    }
    for (int i = 0; i < candidates.size(); i++) {
      judgeStream(candidates.get(i), memory, offset, lengthBytes, place, notes);
    }
  }

  /** Comes to an end with the packet: tells the alerts, and what is to be done. */
  public Verdict finish(AlertSink alerts) {
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

  /** How often it took too long to say whether a rule holds, so that it did not. */
  public long gaveUp() {
    return judge.gaveUp();
  }

  @Override
  public void close() {
    scanners.values().forEach(each -> each.forEach(LiteralScanner::close));
  }

  private void judge(TextKind kind, MemorySegment memory, long offset, long length) {
    find(kind, memory, offset, length);
    for (int number : prefilter.always()) {
      judge(number, memory, offset, length);
    }
    for (int i = 0; i < candidates.size(); i++) {
      judge(candidates.get(i), memory, offset, length);
    }
  }

  private void find(TextKind kind, MemorySegment memory, long offset, long length) {
    candidates.clear();
    prefilter = index.prefilter(kind);
    List<LiteralScanner> ofKind = Objects.requireNonNull(scanners.get(kind));
    for (int i = 0; length > 0 && i < ofKind.size(); i++) {
      ofKind.get(i).scan(memory, offset, length, hits);
    }
  }

  private boolean hit(int literal, long end) {
    for (int number : prefilter.rules(literal)) {
      candidates.add(number);
    }
    return true;
  }

  private void judge(int number, MemorySegment memory, long offset, long length) {
    JudgedRule judged = index.rule(number);
    if (!held.contains(number)
        && (!judged.scope().oncePerDirection() || flow.isFirstOfDirection())
        && judged.isAbout(packet, flow)
        && isPayload(judged, memory, offset, length, 0)) {
      held.add(number);
    }
  }

  /** Judged even if the packet by itself made it hold: the same bytes must not alert later. */
  private void judgeStream(
      int number, MemorySegment memory, long offset, int length, int place, StreamNotes notes) {
    JudgedRule judged = index.rule(number);
    int known = Math.max(0, notes.heldUntil(judged.key()) - place);
    if (known < length
        && judged.isAbout(packet, flow)
        && isPayload(judged, memory, offset + known, length - known, place + known)) {
      notes.held(judged.key(), place + length);
      held.add(number);
      heldInStream.add(number);
    }
  }

  /** No payload is never what a rule asks for, whatever has to be missing there. */
  private boolean isPayload(
      JudgedRule judged, MemorySegment memory, long offset, long length, long place) {
    return judged.payload().isEmpty()
        || (length > 0 && judge.holds(judged.payload(), memory, offset, length, place));
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
        flow.pass();
      }
      return Verdict.PASS;
    }
    boolean isBlocked = rule.action() != Action.ALERT && policy.mayBlock(rule, packet);
    if (isBlocked && (isInStream || isOncePerDirection)) {
      flow.block();
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
