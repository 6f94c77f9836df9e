package org.lagroups.wormguard.runtime.guard;

import java.lang.foreign.MemorySegment;
import java.security.SecureRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.lagroups.wormguard.enforce.Docket;
import org.lagroups.wormguard.enforce.Gate;
import org.lagroups.wormguard.enforce.GateCounts;
import org.lagroups.wormguard.enforce.GateListener;
import org.lagroups.wormguard.enforce.GateSettings;
import org.lagroups.wormguard.enforce.Treatment;
import org.lagroups.wormguard.engine.RuleIndex;
import org.lagroups.wormguard.engine.Verdict;
import org.lagroups.wormguard.inspect.FindingSink;
import org.lagroups.wormguard.inspect.InspectCounts;
import org.lagroups.wormguard.inspect.InspectSettings;
import org.lagroups.wormguard.inspect.Inspector;
import org.lagroups.wormguard.packet.LinkType;
import org.lagroups.wormguard.rule.RuleKey;
import org.lagroups.wormguard.runtime.gate.FrameJudge;

/** Judges frames by the rules in force. One thread, but for what says otherwise. */
public final class InspectingJudge implements FrameJudge, AutoCloseable {

  private final RuleBook book;
  private final Gate gate;
  private final Inspector inspector;
  private final ConcurrentLinkedQueue<RuleKey> toResume = new ConcurrentLinkedQueue<>();
  private RuleIndex index;
  private volatile GateCounts gateCounts = GateCounts.NONE;
  private volatile InspectCounts inspectCounts;

  /** A judge that has seen nothing yet. */
  public InspectingJudge(
      RuleBook book,
      GateSettings settings,
      InspectSettings bounds,
      FindingSink findings,
      GateListener listener) {
    this.book = book;
    this.gate = new Gate(settings, listener);
    this.index = book.compile();
    gate.agree(book.terms());
    FindingSink noted =
        finding -> {
          gate.told(finding.alert().rule(), finding.packet(), finding.alert().flow());
          findings.found(finding);
        };
    this.inspector = new Inspector(index, bounds, gate, new SecureRandom(), noted);
    this.inspectCounts = inspector.counts();
  }

  @Override
  public Treatment judge(MemorySegment memory, long offset, int length, long nanos) {
    return judge(memory, offset, length, length, LinkType.ETHERNET, nanos);
  }

  /** The same for frames of any link, cut short or not. */
  public Treatment judge(
      MemorySegment memory, long offset, int captured, int wire, LinkType link, long nanos) {
    gate.begin(link, memory, offset, captured, nanos);
    Verdict verdict = inspector.inspect(memory, offset, captured, wire, link, nanos);
    return gate.decide(verdict, inspector.isSound());
  }

  @Override
  public void tend(long nanos) {
    gate.agree(book.terms());
    @Nullable RuleIndex next = book.takeNext();
    if (next != null) {
      inspector.exchange(next).close();
      index = next;
    }
    for (RuleKey rule = toResume.poll(); rule != null; rule = toResume.poll()) {
      gate.resume(rule);
    }
    publish();
  }

  /** Judges what still waits in streams. */
  public void endFlows() {
    inspector.endFlows();
    publish();
  }

  /** Lets a suspended rule block again, soon. Any thread. */
  public void resume(RuleKey rule) {
    toResume.add(rule);
  }

  /** What was decided of late. Any thread. */
  public Docket docket() {
    return gate.docket();
  }

  /** What the gate did, as of a moment ago. Any thread. */
  public GateCounts gateCounts() {
    return gateCounts;
  }

  /** What was seen, as of a moment ago. Any thread. */
  public InspectCounts inspectCounts() {
    return inspectCounts;
  }

  @Override
  public void close() {
    inspector.close();
    index.close();
  }

  private void publish() {
    gateCounts = gate.counts();
    inspectCounts = inspector.counts();
  }
}
