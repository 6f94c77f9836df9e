package org.lagroups.wormguard.enforce;

import java.lang.foreign.MemorySegment;
import org.lagroups.wormguard.engine.BlockingPolicy;
import org.lagroups.wormguard.engine.Verdict;
import org.lagroups.wormguard.packet.LinkType;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.packet.PacketDecoder;
import org.lagroups.wormguard.rule.Action;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.RuleKey;
import org.lagroups.wormguard.rule.address.AddressSet;

/**
 * Has the last word on what rules want blocked, one's own and those of partners, and decides about
 * frames.
 *
 * <pre>{@code
 * gate.begin(link, frame, offset, length, nanos);
 * Verdict verdict = inspector.inspect(...); // which asks mayBlock
 * Treatment treatment = gate.decide(verdict, inspector.isSound());
 * }</pre>
 */
public final class Gate implements BlockingPolicy {

  private final GateSettings settings;
  private final ShareLimit share;
  private final GateListener listener;
  private final Outermost outermost = new Outermost();
  private SharedTerms terms = SharedTerms.NONE;
  private final Docket docket = new Docket();
  private Outcome outcome = Outcome.ALERTED;
  private boolean isNew;
  private long frames;
  private long dropped;
  private long restOfFlows;
  private long unsound;
  private long spared;
  private long dryRuns;
  private long ofSuspended;
  private long ofLapsed;

  /** A gate that has blocked nothing yet. */
  public Gate(GateSettings settings, GateListener listener) {
    this.settings = settings;
    this.share = new ShareLimit(settings);
    this.listener = listener;
  }

  /** From now on these terms hold for what partners share. */
  public void agree(SharedTerms next) {
    terms = next;
  }

  /** Turns to the next frame, which has to stay where it is until it is decided about. */
  public void begin(LinkType link, MemorySegment frame, long offset, int length, long nanos) {
    frames++;
    isNew = false;
    outermost.open(link, frame, offset, length);
    share.count(nanos);
  }

  @Override
  public boolean mayBlock(Rule rule, Packet packet) {
    outcome = isNeverBlocked(packet) || isFrameSpared() ? Outcome.SPARED : inForce(rule);
    count(rule, outcome);
    isNew |= outcome == Outcome.BLOCKED;
    return outcome == Outcome.BLOCKED;
  }

  @Override
  public boolean stillBlocks(Rule rule, Packet packet) {
    boolean isSpared = isNeverBlocked(packet);
    // What is spared for the packet around it says nothing about its flow.
    if (!isSpared && isFrameSpared()) {
      return true;
    }
    Outcome now = isSpared ? Outcome.SPARED : inForce(rule);
    count(rule, now == Outcome.BLOCKED ? Outcome.REST_OF_FLOW : now);
    return now == Outcome.BLOCKED;
  }

  /**
   * Notes that a rule was told to hold for a packet: right behind {@link #mayBlock}, if that was
   * asked of it.
   *
   * @param flow the number of the packet's flow; 0 if it is of none
   */
  public void told(Rule rule, Packet packet, long flow) {
    boolean isAlert = rule.action() == Action.ALERT;
    if (isAlert) {
      docket.count(rule, Outcome.ALERTED);
    }
    docket.add(Decision.of(rule, isAlert ? Outcome.ALERTED : outcome, flow, packet));
  }

  /** What was decided of late. */
  public Docket docket() {
    return docket;
  }

  /**
   * Decides about the frame that {@link #begin} turned to.
   *
   * @param verdict of the rules
   * @param isSound whether all of it could be read
   */
  public Treatment decide(Verdict verdict, boolean isSound) {
    boolean isBlocked = verdict == Verdict.DROP || verdict == Verdict.REJECT;
    boolean isRefused = !isSound && settings.dropsUnsound() && !isDryRun();
    if (!isBlocked && !isRefused) {
      return Treatment.FORWARD;
    }
    if (isFrameSpared()) {
      spared++;
      return Treatment.FORWARD;
    }
    dropped++;
    restOfFlows += isBlocked && !isNew ? 1 : 0;
    unsound += isBlocked ? 0 : 1;
    return Treatment.DROP;
  }

  /**
   * Lets a suspended rule block again.
   *
   * @return whether it was suspended
   */
  public boolean resume(RuleKey rule) {
    return share.resume(rule);
  }

  /** What it did so far. */
  public GateCounts counts() {
    return new GateCounts(
        frames,
        dropped,
        restOfFlows,
        unsound,
        spared,
        dryRuns,
        ofSuspended,
        ofLapsed,
        share.suspended());
  }

  private Outcome inForce(Rule rule) {
    if (terms.hasLapsed(rule)) {
      return Outcome.LAPSED;
    }
    if (settings.dryRun().includes(rule) || terms.isDryRun(rule.key())) {
      return Outcome.DRY_RUN;
    }
    if (share.isSuspended(rule)) {
      return Outcome.SUSPENDED;
    }
    if (share.exceeds(rule)) {
      listener.suspended(rule);
      return Outcome.SUSPENDED;
    }
    return Outcome.BLOCKED;
  }

  private void count(Rule rule, Outcome of) {
    switch (of) {
      case SPARED -> spared++;
      case LAPSED -> ofLapsed++;
      case DRY_RUN -> dryRuns++;
      case SUSPENDED -> ofSuspended++;
      case ALERTED, BLOCKED, REST_OF_FLOW -> {}
    }
    docket.count(rule, of);
  }

  private boolean isDryRun() {
    return settings.dryRun().isAll() || terms.isDryRun();
  }

  /** A frame may hold a packet that is to be blocked inside one that must not be. */
  private boolean isFrameSpared() {
    return hasNeverBlock() && isNeverBlocked(outermost.packet());
  }

  private boolean hasNeverBlock() {
    return !settings.neverBlock().equals(AddressSet.NONE)
        || !terms.neverBlock().equals(AddressSet.NONE);
  }

  private boolean isNeverBlocked(Packet packet) {
    return packet.ipVersion() != 0
        && (isNeverBlocked(packet.sourceHigh(), packet.sourceLow())
            || isNeverBlocked(packet.destinationHigh(), packet.destinationLow()));
  }

  private boolean isNeverBlocked(long high, long low) {
    return settings.neverBlock().contains(high, low) || terms.neverBlock().contains(high, low);
  }

  /** The packet that a frame begins with; decoded when it is asked for. */
  private static final class Outermost {

    private final PacketDecoder decoder = new PacketDecoder();
    private final Packet packet = new Packet();
    private LinkType link = LinkType.ETHERNET;
    private MemorySegment frame = MemorySegment.NULL;
    private long offset;
    private int length;
    private boolean isDecoded;

    void open(LinkType itsLink, MemorySegment memory, long begin, int bytes) {
      link = itsLink;
      frame = memory;
      offset = begin;
      length = bytes;
      isDecoded = false;
    }

    Packet packet() {
      if (!isDecoded) {
        decoder.decode(frame, offset, length, length, link, 0, packet);
        isDecoded = true;
      }
      return packet;
    }
  }
}
