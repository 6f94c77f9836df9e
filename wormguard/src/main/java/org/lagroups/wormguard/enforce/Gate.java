package org.lagroups.wormguard.enforce;

import java.lang.foreign.MemorySegment;
import org.lagroups.wormguard.engine.BlockingPolicy;
import org.lagroups.wormguard.engine.Verdict;
import org.lagroups.wormguard.packet.LinkType;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.packet.PacketDecoder;
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
    if (isNeverBlocked(packet) || isFrameSpared()) {
      spared++;
      return false;
    }
    boolean blocks = isInForce(rule);
    isNew |= blocks;
    return blocks;
  }

  @Override
  public boolean stillBlocks(Rule rule, Packet packet) {
    if (isNeverBlocked(packet)) {
      spared++;
      return false;
    }
    // What is spared for the packet around it says nothing about its flow.
    return isFrameSpared() || isInForce(rule);
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

  private boolean isInForce(Rule rule) {
    if (terms.hasLapsed(rule)) {
      ofLapsed++;
      return false;
    }
    if (settings.dryRun().includes(rule) || terms.isDryRun(rule)) {
      dryRuns++;
      return false;
    }
    if (share.isSuspended(rule)) {
      ofSuspended++;
      return false;
    }
    if (share.exceeds(rule)) {
      listener.suspended(rule);
      ofSuspended++;
      return false;
    }
    return true;
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
