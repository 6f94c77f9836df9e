package org.lagroups.wormguard.learn.detect;

import java.lang.foreign.MemorySegment;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.lagroups.wormguard.flow.FlowListener;
import org.lagroups.wormguard.flow.FlowSettings;
import org.lagroups.wormguard.flow.FlowTable;
import org.lagroups.wormguard.learn.benign.BenignFilter;
import org.lagroups.wormguard.match.MatcherCompiler;
import org.lagroups.wormguard.packet.Decoded;
import org.lagroups.wormguard.packet.LinkType;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.packet.fragment.PacketUnpacker;
import org.lagroups.wormguard.packet.fragment.ReassemblySettings;

/**
 * A detector for frames: finds the packets in them, puts fragments together, and keeps flows.
 *
 * <p>What is cut short in capturing is learned from, as far as it goes.
 */
public final class FrameDetector {

  private final PacketUnpacker unpacker = new PacketUnpacker(ReassemblySettings.DEFAULT);
  private final BenignFilter benign;
  private final FlowTable flows;
  private final TableFlow flow;
  private final Detector detector;
  private final OrdinarySampler ordinary;

  /**
   * One that has seen nothing; the parameters are those of {@link Detector}.
   *
   * @param maxFlows of how many flows it is kept which way they go: as in {@link FlowSettings}
   */
  public FrameDetector(
      DetectorSettings settings,
      int maxFlows,
      BenignFilter benign,
      MatcherCompiler compiler,
      RandomGenerator random,
      DetectorSink sink) {
    this.benign = benign;
    this.flows =
        new FlowTable(FlowSettings.DEFAULT.withMaxFlows(maxFlows), random, FlowListener.NONE);
    this.flow = new TableFlow(flows);
    this.detector = new Detector(settings, benign, compiler, random, sink);
    this.ordinary =
        new OrdinarySampler(
            new SplittableRandom(random.nextLong()), detector::isSuspicious, sink::ordinary);
  }

  /** Takes a frame; the parameters are those of {@link PacketUnpacker#open}. */
  public void take(
      MemorySegment frame, long offset, int captured, int wire, LinkType link, long nanos) {
    unpacker.open(frame, offset, captured, wire, link, nanos);
    do {
      Packet packet = unpacker.packet();
      if (isUsable()) {
        int seen = flows.see(packet);
        detector.take(packet, flow.at(seen, packet.isTcp()));
        if (!detector.isSuspicious()) {
          ordinary.take(packet, flow);
        }
      }
    } while (unpacker.next());
  }

  /** Takes the payloads of a frame as benign, and learns nothing from it. */
  public void takeBenign(
      MemorySegment frame, long offset, int captured, int wire, LinkType link, long nanos) {
    unpacker.open(frame, offset, captured, wire, link, nanos);
    do {
      Packet packet = unpacker.packet();
      if (isUsable()) {
        int seen = flows.see(packet);
        if (packet.payloadLength() > 0) {
          benign.add(packet.frame(), packet.payloadOffset(), packet.payloadLength());
          ordinary.take(packet, flow.at(seen, packet.isTcp()));
        }
      }
    } while (unpacker.next());
  }

  /** No more frames come: what was held back of ordinary traffic is told. */
  public void finish() {
    ordinary.finish();
  }

  /** What looks at the packets. */
  public Detector detector() {
    return detector;
  }

  /** All that depends on settings. */
  public long memoryBytes() {
    return detector.memoryBytes() + flows.memoryBytes() + ReassemblySettings.DEFAULT.maxBytes();
  }

  private boolean isUsable() {
    Decoded decoded = unpacker.decoded();
    return decoded == Decoded.OK || decoded == Decoded.TRUNCATED;
  }
}
