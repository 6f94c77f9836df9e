package org.lagroups.core.transcript.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.group.endorse.Endorser;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.core.transcript.TranscriptPolicy;
import org.lagroups.core.transcript.snapshot.Snapshot;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** Has what others sent checked: one transcript at a time, so that signing does not wait long. */
final class Examination {

  private final Endorser endorser;
  private final LongSupplier wallMillis;

  Examination(Endorser endorser, LongSupplier wallMillis) {
    this.endorser = endorser;
    this.wallMillis = wallMillis;
  }

  /**
   * Checks that somebody signed for this member of this group, and that it counts now.
   *
   * @param then given the same transcript, with the proofs of possession that were checked; or
   *     nothing
   */
  void check(
      Transcript transcript,
      GroupId group,
      NodeId member,
      GroupSettings settings,
      Consumer<Optional<Transcript>> then) {
    TranscriptPolicy policy =
        TranscriptPolicy.ofSigners(1)
            .about(group, member)
            .within(settings.clockSkewMillis(), settings.validityMillis());
    endorser.check(transcript, policy, wallMillis.getAsLong(), then);
  }

  /** Checks all of a snapshot; what is bad is left out. */
  void check(
      Snapshot snapshot, GroupId group, GroupSettings settings, Consumer<Optional<Snapshot>> then) {
    List<Transcript> good = new ArrayList<>();
    List<Transcript> left = new ArrayList<>(snapshot.transcripts());
    for (Transcript transcript : snapshot.transcripts()) {
      check(
          transcript,
          group,
          transcript.endorsement().attestee(),
          settings,
          checked -> {
            checked.ifPresent(good::add);
            left.remove(transcript);
            if (left.isEmpty()) {
              then.accept(Snapshot.of(group, good));
            }
          });
    }
  }
}
