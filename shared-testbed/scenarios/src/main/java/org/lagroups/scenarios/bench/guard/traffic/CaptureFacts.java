package org.lagroups.scenarios.bench.guard.traffic;

import java.util.List;
import java.util.Locale;

/**
 * What a made capture holds.
 *
 * @param frames on the wire
 * @param bytes of these frames
 * @param packets before they were cut into fragments
 * @param tcp those of TCP
 * @param payloads packets with a payload
 * @param payloadBytes of those
 * @param conversations begun
 * @param fragments frames that are fragments
 * @param vlan frames with a tag
 * @param ipv6 frames of IPv6
 * @param retransmitted segments that came again
 * @param reordered segments that came before the one in front of them
 * @param planted payloads into which something was put that a rule looks for
 * @param wholes how often each rule has to hold, by sid less 1
 */
public record CaptureFacts(
    long frames,
    long bytes,
    long packets,
    long tcp,
    long payloads,
    long payloadBytes,
    int conversations,
    long fragments,
    long vlan,
    long ipv6,
    long retransmitted,
    long reordered,
    long planted,
    List<Long> wholes) {

  public CaptureFacts {
    wholes = List.copyOf(wholes);
  }

  /** How many alerts the first rules have to give. */
  public long alerts(int rules) {
    return wholes.stream().limit(rules).mapToLong(Long::longValue).sum();
  }

  /** In one line, for people. */
  public String text() {
    return String.format(
        Locale.ROOT,
        "%,d frames of %,d bytes, %.0f on average, of %,d conversations; TCP %.1f%% of packets,"
            + " with payload %.1f%% (%.0f bytes on average), IPv6 %.1f%% of frames, VLAN %.1f%%,"
            + " fragments %.2f%%; of TCP retransmitted %.2f%%, reordered %.2f%%; something planted"
            + " in %.2f%% of payloads",
        frames,
        bytes,
        (double) bytes / frames,
        conversations,
        percent(tcp, packets),
        percent(payloads, packets),
        (double) payloadBytes / payloads,
        percent(ipv6, frames),
        percent(vlan, frames),
        percent(fragments, frames),
        percent(retransmitted, tcp),
        percent(reordered, tcp),
        percent(planted, payloads));
  }

  private static double percent(long part, long whole) {
    return 100.0 * part / whole;
  }
}
