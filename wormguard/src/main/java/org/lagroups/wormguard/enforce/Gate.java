package org.lagroups.wormguard.enforce;

import java.lang.foreign.MemorySegment;
import org.lagroups.wormguard.engine.BlockingPolicy;
import org.lagroups.wormguard.engine.Verdict;
import org.lagroups.wormguard.packet.LinkType;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.packet.PacketDecoder;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.RuleId;
import org.lagroups.wormguard.rule.address.AddressSet;

/**
 * Has the last word on what rules want blocked, and decides about frames.
 *
 * <pre>{@code
 * gate.begin(nanos);
 * Verdict verdict = inspector.inspect(...); // which asks mayBlock
 * Treatment treatment = gate.decide(verdict, inspector.isSound(), frame, offset, length);
 * }</pre>
 */
public final class Gate implements BlockingPolicy {

  private final GateSettings settings;
  private final ShareLimit share;
  private final GateListener listener;
  private final PacketDecoder decoder = new PacketDecoder();
  private final Packet outermost = new Packet();
  private boolean isNew;
  private long frames;
  private long dropped;
  private long restOfFlows;
  private long unsound;
  private long spared;
  private long dryRuns;
  private long ofSuspended;

  /** A gate that has blocked nothing yet. */
  public Gate(GateSettings settings, GateListener listener) {
    this.settings = settings;
    this.share = new ShareLimit(settings);
    this.listener = listener;
  }

  /** Turns to the next frame. */
  public void begin(long nanos) {
    frames++;
    isNew = false;
    share.count(nanos);
  }

  @Override
  public boolean mayBlock(Rule rule, Packet packet) {
    RuleId id = rule.id();
    if (isNeverBlocked(packet)) {
      spared++;
      return false;
    }
    if (settings.dryRun().includes(id)) {
      dryRuns++;
      return false;
    }
    if (share.isSuspended(id)) {
      ofSuspended++;
      return false;
    }
    if (share.exceeds(id)) {
      listener.suspended(id);
      ofSuspended++;
      return false;
    }
    isNew = true;
    return true;
  }

  /**
   * Decides about the frame that {@link #begin} turned to.
   *
   * @param verdict of the rules
   * @param isSound whether all of it could be read
   */
  public Treatment decide(
      Verdict verdict,
      boolean isSound,
      LinkType link,
      MemorySegment frame,
      long offset,
      int length) {
    boolean isBlocked = verdict == Verdict.DROP || verdict == Verdict.REJECT;
    boolean isRefused = !isSound && settings.dropsUnsound() && !settings.dryRun().isAll();
    if (!isBlocked && !isRefused) {
      return Treatment.FORWARD;
    }
    if (isOfNeverBlocked(link, frame, offset, length)) {
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
  public boolean resume(RuleId rule) {
    return share.resume(rule);
  }

  /** What it did so far. */
  public GateCounts counts() {
    return new GateCounts(
        frames, dropped, restOfFlows, unsound, spared, dryRuns, ofSuspended, share.suspended());
  }

  /** A frame may hold a packet that is to be blocked inside one that must not be. */
  private boolean isOfNeverBlocked(LinkType link, MemorySegment frame, long offset, int length) {
    if (settings.neverBlock().equals(AddressSet.NONE)) {
      return false;
    }
    decoder.decode(frame, offset, length, length, link, 0, outermost);
    return isNeverBlocked(outermost);
  }

  private boolean isNeverBlocked(Packet packet) {
    return packet.ipVersion() != 0
        && (settings.neverBlock().contains(packet.sourceHigh(), packet.sourceLow())
            || settings.neverBlock().contains(packet.destinationHigh(), packet.destinationLow()));
  }
}
