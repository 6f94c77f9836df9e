package org.lagroups.core.robust.raft;

import io.microraft.RaftConfig;
import org.lagroups.core.robust.message.AgreementCodec;

/**
 * How fast Raft runs in a group. The library counts whole seconds; here one of its seconds lasts as
 * long as the group's T_a asks for.
 *
 * @param secondNanos what the library takes for one second
 */
record Pace(long secondNanos) {

  /** Below this, an election would not leave time for a message and its answer. */
  static final long MIN_SECOND_MILLIS = 500;

  /** A leader says that it is there once per second, and is given up after so many without. */
  static final int LEADER_PATIENCE_SECONDS = 3;

  private static final int SECONDS_PER_VALIDITY = 12;
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final int ELECTION_MILLIS = 500;
  private static final int SNAPSHOT_EVERY = 32;
  private static final int MAX_PENDING = 8;
  private static final int REPORT_SECONDS = 60;

  static Pace of(long validityMillis) {
    return new Pace(
        Math.max(validityMillis / SECONDS_PER_VALIDITY, MIN_SECOND_MILLIS) * NANOS_PER_MILLI);
  }

  /** How long the library's time spans really are. */
  long realNanos(long libraryNanos) {
    return (long) (libraryNanos * (secondNanos / 1e9));
  }

  /** The library's time at a moment of real time. */
  long libraryMillis(long realNanos) {
    return (long) (realNanos / (secondNanos / 1e3));
  }

  RaftConfig config() {
    return RaftConfig.newBuilder()
        .setLeaderHeartbeatPeriodSecs(1)
        .setLeaderHeartbeatTimeoutSecs(LEADER_PATIENCE_SECONDS)
        .setLeaderElectionTimeoutMillis(ELECTION_MILLIS)
        .setAppendEntriesRequestBatchSize(AgreementCodec.MAX_ENTRIES - 1)
        .setCommitCountToTakeSnapshot(SNAPSHOT_EVERY)
        .setMaxPendingLogEntryCount(MAX_PENDING)
        .setTransferSnapshotsFromFollowersEnabled(false)
        .setRaftNodeReportPublishPeriodSecs(REPORT_SECONDS)
        .build();
  }
}
