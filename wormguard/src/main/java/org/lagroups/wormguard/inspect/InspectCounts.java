package org.lagroups.wormguard.inspect;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.lagroups.wormguard.flow.FlowEnd;
import org.lagroups.wormguard.flow.stream.SegmentFate;
import org.lagroups.wormguard.packet.Decoded;
import org.lagroups.wormguard.packet.fragment.Fate;

/**
 * What an inspector has counted so far.
 *
 * @param frames how many frames
 * @param bytes how many bytes these had on the wire
 * @param decoded what came of frames
 * @param inner what came of packets inside others, and of those put together from fragments
 * @param fragments what became of fragments
 * @param badChecksums packets with a wrong checksum
 * @param flows how many flows there are now
 * @param flowsBegun how many began
 * @param flowsEnded why flows ended
 * @param segments what became of TCP segments, with {@link SegmentFate#GAP gaps} and {@link
 *     SegmentFate#CONTRADICTING overlaps with other bytes}
 * @param alerts how many alerts
 * @param blocked frames that were not to be let through
 * @param gaveUp how often it took too long to say whether a rule holds, so that it did not
 * @param windowsLost streams that lost their last bytes to others, so that what lay across parts
 *     may have been missed
 * @param flowBitsLost flow bits that could not be kept for want of room
 * @param thresholdsLost counters of thresholds that were given up for others
 */
public record InspectCounts(
    long frames,
    long bytes,
    Map<Decoded, Long> decoded,
    Map<Decoded, Long> inner,
    Map<Fate, Long> fragments,
    long badChecksums,
    long flows,
    long flowsBegun,
    Map<FlowEnd, Long> flowsEnded,
    Map<SegmentFate, Long> segments,
    long alerts,
    long blocked,
    long gaveUp,
    long windowsLost,
    long flowBitsLost,
    long thresholdsLost) {

  public InspectCounts {
    decoded = copy(Decoded.class, decoded);
    inner = copy(Decoded.class, inner);
    fragments = copy(Fate.class, fragments);
    flowsEnded = copy(FlowEnd.class, flowsEnded);
    segments = copy(SegmentFate.class, segments);
  }

  /** In the order in which the kinds are declared, for those who print them. */
  private static <K extends Enum<K>> Map<K, Long> copy(Class<K> kinds, Map<K, Long> counts) {
    Map<K, Long> copy = new EnumMap<>(kinds);
    copy.putAll(counts);
    return Collections.unmodifiableMap(copy);
  }
}
