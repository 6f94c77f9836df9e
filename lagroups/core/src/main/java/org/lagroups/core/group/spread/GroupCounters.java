package org.lagroups.core.group.spread;

import java.util.EnumMap;
import java.util.Map;
import org.lagroups.core.wire.Refusal;

/** Counts what the group protocol does. */
public final class GroupCounters {

  private final Map<Refusal, Long> refused = new EnumMap<>(Refusal.class);
  private long accepted;
  private long renewed;
  private long duplicates;
  private long relayed;
  private long signatureChecks;
  private long checksSaved;
  private long messagesIn;
  private long bytesIn;
  private long messagesOut;
  private long bytesOut;

  /** An advertisement was taken; {@code unchecked} if the link vouched for it. */
  public void accepted(boolean unchecked) {
    accepted++;
    checksSaved += unchecked ? 1 : 0;
  }

  /** An advertisement came as a renewal of one that was known. */
  public void renewed() {
    renewed++;
  }

  public void duplicate() {
    duplicates++;
  }

  public void refused(Refusal reason) {
    refused.merge(reason, 1L, Long::sum);
  }

  public void relayed() {
    relayed++;
  }

  public void signatureChecked() {
    signatureChecks++;
  }

  public void received(int length) {
    messagesIn++;
    bytesIn += length;
  }

  public void sent(int length) {
    messagesOut++;
    bytesOut += length;
  }

  /** The present counts. */
  public GroupStatistics snapshot() {
    return new GroupStatistics(
        accepted,
        renewed,
        duplicates,
        relayed,
        signatureChecks,
        checksSaved,
        messagesIn,
        bytesIn,
        messagesOut,
        bytesOut,
        refused);
  }
}
