package org.lagroups.wormguard.packet;

/**
 * The time of the packets, in nanoseconds since 1970, for all that waits. It is that of the latest
 * packet; but one packet with a wrong time does not move it far.
 *
 * <p>It goes ahead by more than {@link #FAR_NANOS} only once two packets in a row say so, and then
 * to the earlier of both. It goes back, to the time of a packet, only when {@link #MOST_BEHIND} in
 * a row were more than {@link #BEHIND_NANOS} behind it, as after a mistake, or where an older
 * capture follows a newer one.
 */
public final class PacketClock {

  /** An hour: longer than flows are kept, so that to go ahead by less is exact. */
  public static final long FAR_NANOS = 3_600_000_000_000L;

  /** A minute: packets of one capture are hardly ever more out of order. */
  public static final long BEHIND_NANOS = 60_000_000_000L;

  /** How many packets have to be so late before they are believed. */
  public static final int MOST_BEHIND = 1_000;

  private long now;
  private boolean isSet;

  /** The time of the packet before, if that was far ahead. */
  private long far = Long.MIN_VALUE;

  private int behind;

  /** At the time of the first packet that comes. */
  public PacketClock() {}

  /** The time once a packet with this time has come. */
  public long at(long nanos) {
    long ahead = nanos - now;
    if (!isSet || (ahead >= 0 && ahead <= FAR_NANOS)) {
      set(nanos);
    } else if (ahead > 0) {
      now = Math.max(now, Math.min(far, nanos));
      far = nanos;
      behind = 0;
    } else if (ahead >= -BEHIND_NANOS) {
      far = Long.MIN_VALUE;
      behind = 0;
    } else {
      far = Long.MIN_VALUE;
      behind++;
      if (behind == MOST_BEHIND) {
        set(nanos);
      }
    }
    return now;
  }

  private void set(long nanos) {
    now = nanos;
    isSet = true;
    far = Long.MIN_VALUE;
    behind = 0;
  }
}
