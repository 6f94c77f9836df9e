package org.lagroups.core.group.protocol;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkStateAdvertisement;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.wire.AdvertisementCodec;
import org.lagroups.machine.Environment;
import org.lagroups.machine.GroupId;

/**
 * Issues this node's advertisement in one group: soon after a change, with the changes of a moment
 * in one, and every third of T_a in any case.
 */
final class OwnAdvertisement {

  /** Changes within this are issued together. */
  static final long GATHER_MILLIS = 20;

  /** Between two advertisements passes at least this. */
  static final long MIN_SPACING_MILLIS = 200;

  /** A refresh comes up to this share of its period early, so that nodes do not keep in step. */
  static final double REFRESH_JITTER = 0.1;

  private static final long NEVER = Long.MAX_VALUE;

  private final GroupId group;
  private final GroupSettings settings;
  private final Identity identity;
  private final Environment<?> environment;
  private final Statements statements;
  private final SequenceNumbers sequences;
  private Optional<SignedAdvertisement> latest = Optional.empty();
  private long dueNanos;
  private long earliestNanos;
  private boolean waitsForNumber;

  OwnAdvertisement(
      GroupId group,
      GroupSettings settings,
      Identity identity,
      Environment<?> environment,
      Statements statements,
      SequenceNumbers sequences) {
    this.group = group;
    this.settings = settings;
    this.identity = identity;
    this.environment = environment;
    this.statements = statements;
    this.sequences = sequences;
    this.dueNanos = environment.elapsedNanos();
    this.earliestNanos = dueNanos;
  }

  /** The last one issued. */
  Optional<SignedAdvertisement> latest() {
    return latest;
  }

  /** The sequence of the last one issued, 0 if there is none. */
  long sequence() {
    return latest.map(issued -> issued.content().sequence()).orElse(0L);
  }

  /** When the next one is to be issued. */
  long dueNanos() {
    return waitsForNumber ? NEVER : dueNanos;
  }

  /** What it says has changed. */
  void changed() {
    long soon = environment.elapsedNanos() + TimeUnit.MILLISECONDS.toNanos(GATHER_MILLIS);
    dueNanos = Math.min(dueNanos, Math.max(soon, earliestNanos));
  }

  /** A sequence number that was missing may be there now. */
  void numbersReserved() {
    waitsForNumber = false;
  }

  /** Issues one now, unless its sequence number is not reserved yet. */
  Optional<SignedAdvertisement> issue(LocalDescription description, boolean leaving) {
    long wallMillis = environment.wallMillis();
    OptionalLong sequence = sequences.next(wallMillis);
    if (sequence.isEmpty()) {
      waitsForNumber = true;
      return Optional.empty();
    }
    statements.dropEndedBy(wallMillis);
    LinkStateAdvertisement content =
        new LinkStateAdvertisement(
            group,
            identity.publicIdentity(),
            sequence.getAsLong(),
            settings.grid().expiryFor(wallMillis),
            description.name(),
            description.addresses(),
            leaving ? List.of() : statements.entries(),
            statements.withdrawn(),
            leaving);
    latest = Optional.of(AdvertisementCodec.sign(content, identity));
    schedule();
    return latest;
  }

  private void schedule() {
    long now = environment.elapsedNanos();
    double early = 1 - REFRESH_JITTER * environment.random().nextDouble();
    dueNanos = now + (long) (TimeUnit.MILLISECONDS.toNanos(settings.refreshMillis()) * early);
    earliestNanos = now + TimeUnit.MILLISECONDS.toNanos(MIN_SPACING_MILLIS);
  }
}
