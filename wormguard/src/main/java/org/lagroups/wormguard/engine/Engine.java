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
 * engine.stream(memory, offset, length); // for what the packet adds to its stream, if it does
 * Verdict verdict = engine.finish(alerts);
 * }</pre>
 *
 * <p>A rule alerts once for a packet at most. A packet that is no whole and sound one is judged
 * only by rules that ask for no payload; so are fragments, before they are put together.
 */
public final class Engine implements AutoCloseable {

  private final RuleIndex index;
  private final Thresholds thresholds;
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
  public Engine(RuleIndex index, Thresholds thresholds) {
    this.index = index;
    this.thresholds = thresholds;
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
   * @param lengthBytes up to {@link LiteralScanner#MAX_TEXT_BYTES}
   */
  public void stream(MemorySegment memory, long offset, long lengthBytes) {
    if (!flow.isPassed()) {
      judge(TextKind.STREAM, memory, offset, lengthBytes);
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
    candidates.clear();
    prefilter = index.prefilter(kind);
    List<LiteralScanner> ofKind = Objects.requireNonNull(scanners.get(kind));
    for (int i = 0; length > 0 && i < ofKind.size(); i++) {
      ofKind.get(i).scan(memory, offset, length, hits);
    }
    for (int number : prefilter.always()) {
      judge(number, kind, memory, offset, length);
    }
    for (int i = 0; i < candidates.size(); i++) {
      judge(candidates.get(i), kind, memory, offset, length);
    }
  }

  private boolean hit(int literal, long end) {
    for (int number : prefilter.rules(literal)) {
      candidates.add(number);
    }
    return true;
  }

  private void judge(int number, TextKind kind, MemorySegment memory, long offset, long length) {
    JudgedRule judged = index.rule(number);
    if (held.contains(number)
        || (judged.scope().oncePerDirection() && !flow.isFirstOfDirection())
        || !judged.isAbout(packet, flow)
        || !isPayload(judged, memory, offset, length)) {
      return;
    }
    held.add(number);
    if (kind == TextKind.STREAM) {
      heldInStream.add(number);
    }
  }

  /** No payload is never what a rule asks for, whatever has to be missing there. */
  private boolean isPayload(JudgedRule judged, MemorySegment memory, long offset, long length) {
    return judged.payload().isEmpty()
        || (length > 0 && judge.holds(judged.payload(), memory, offset, length));
  }

  private Verdict conclude(int number, JudgedRule judged, AlertSink alerts) {
    Rule rule = judged.rule();
    Outcome outcome =
        rule.threshold().isEmpty()
            ? Outcome.ALERT
            : thresholds.count(number, rule.threshold().get(), packet, flow.id());
    if (outcome == Outcome.NOTHING) {
      return Verdict.NOTHING;
    }
    boolean isInStream = heldInStream.contains(number);
    if (rule.action() == Action.PASS) {
      if (isInStream || judged.scope().oncePerDirection()) {
        flow.pass();
      }
      return Verdict.PASS;
    }
    if (outcome == Outcome.ALERT && !rule.isSilent()) {
      alerts.alert(new Alert(rule, isInStream, flow.id()), packet);
    }
    return switch (rule.action()) {
      case REJECT -> Verdict.REJECT;
      case DROP -> Verdict.DROP;
      case ALERT, PASS -> Verdict.NOTHING;
    };
  }
}
