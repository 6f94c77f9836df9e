package org.lagroups.core.monitor;

import java.util.Map;

/**
 * What a {@link HeartbeatMachine} has done since it was made.
 *
 * @param watched peers watched now
 * @param up those of them that answer
 * @param sent beats sent
 * @param sentBytes their bytes, without what a link adds
 * @param received beats received and accepted
 * @param receivedBytes their bytes
 * @param wentDown how often a peer that had answered was found silent
 * @param dropped messages dropped, by reason
 */
public record HeartbeatCounters(
    int watched,
    int up,
    long sent,
    long sentBytes,
    long received,
    long receivedBytes,
    long wentDown,
    Map<BeatDrop, Long> dropped) {

  public HeartbeatCounters {
    dropped = Map.copyOf(dropped);
  }
}
