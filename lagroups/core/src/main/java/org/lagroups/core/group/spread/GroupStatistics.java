package org.lagroups.core.group.spread;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.lagroups.core.wire.Refusal;

/**
 * What the group protocol of this node has done since it started.
 *
 * @param accepted advertisements taken
 * @param renewed advertisements that came as renewals and could be made of what was known
 * @param duplicates advertisements that were known already
 * @param relayed advertisements passed on, counted once per receiver
 * @param signatureChecks signatures checked
 * @param checksSaved advertisements taken unchecked, because their attester itself sent them over
 *     an authenticated link
 * @param messagesIn messages received
 * @param bytesIn their bytes
 * @param messagesOut messages sent
 * @param bytesOut their bytes
 * @param refused what was not taken, by reason; reasons that have not occurred are missing
 */
public record GroupStatistics(
    long accepted,
    long renewed,
    long duplicates,
    long relayed,
    long signatureChecks,
    long checksSaved,
    long messagesIn,
    long bytesIn,
    long messagesOut,
    long bytesOut,
    Map<Refusal, Long> refused) {

  public GroupStatistics {
    Map<Refusal, Long> copy = new EnumMap<>(Refusal.class);
    copy.putAll(refused);
    refused = Collections.unmodifiableMap(copy);
  }

  /** How often something was refused for this reason. */
  public long refused(Refusal reason) {
    return refused.getOrDefault(reason, 0L);
  }
}
