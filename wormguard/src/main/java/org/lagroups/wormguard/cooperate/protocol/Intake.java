package org.lagroups.wormguard.cooperate.protocol;

import java.util.Optional;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeId;
import org.lagroups.wormguard.cooperate.book.Book;
import org.lagroups.wormguard.cooperate.book.Dossier;
import org.lagroups.wormguard.cooperate.judge.Refutation;
import org.lagroups.wormguard.cooperate.judge.SignedRefutation;
import org.lagroups.wormguard.cooperate.record.SharedRule;
import org.lagroups.wormguard.cooperate.record.SignatureRecord;
import org.lagroups.wormguard.cooperate.record.SignedRecord;
import org.lagroups.wormguard.rule.Rule;

/** Says which signatures and refutations of others are what they have to be, in one group. */
final class Intake {

  private final GroupSettings settings;
  private final Environment<GuardTimer> environment;
  private final Members members;
  private final Book book;
  private final ShareDesk shares;
  private final PeerLimits limits;
  private final GuardCounters counters;

  Intake(
      GroupSettings settings,
      Environment<GuardTimer> environment,
      Members members,
      Book book,
      ShareDesk shares,
      PeerLimits limits,
      GuardCounters counters) {
    this.settings = settings;
    this.environment = environment;
    this.members = members;
    this.book = book;
    this.shares = shares;
    this.limits = limits;
    this.counters = counters;
  }

  /** The rule of a signature that a member passes on, if the signature is to be taken. */
  Optional<Rule> look(NodeId from, SignedRecord signed) {
    if (book.isSettled(signed.id())) {
      return Optional.empty();
    }
    if (!limits.takeOffer(from)) {
      counters.drop(GuardDrop.OVER_BUDGET);
      return Optional.empty();
    }
    Optional<GuardDrop> problem = problemOf(signed);
    if (problem.isPresent()) {
      counters.drop(problem.get());
      return Optional.empty();
    }
    return switch (SharedRule.read(signed.record().rule())) {
      case SharedRule.Terms.Refused refused -> {
        counters.drop(GuardDrop.UNFIT_RULE);
        book.refuse(signed.id());
        yield Optional.empty();
      }
      case SharedRule.Terms.Met met -> {
        counters.count(GuardCount.RECORDS_TAKEN);
        yield Optional.of(met.rule());
      }
    };
  }

  /** The same for one that a person has brought, who is told what is wrong with it. */
  SharedRule.Terms look(SignedRecord signed) {
    return problemOf(signed)
        .<SharedRule.Terms>map(problem -> new SharedRule.Terms.Refused(problem.words()))
        .orElseGet(() -> SharedRule.read(signed.record().rule()));
  }

  private Optional<GuardDrop> problemOf(SignedRecord signed) {
    SignatureRecord record = signed.record();
    Optional<PublicIdentity> origin = members.keys(record.origin());
    if (origin.isEmpty()) {
      return Optional.of(GuardDrop.UNKNOWN_SIGNER);
    }
    long now = environment.wallMillis();
    if (record.expiresMillis() <= now || record.issuedMillis() > now + settings.clockSkewMillis()) {
      return Optional.of(GuardDrop.BAD_TIME);
    }
    if (!book.hasRoom(record.origin(), members::has)) {
      return Optional.of(GuardDrop.NO_ROOM);
    }
    return signed.isSignedBy(origin.get())
        ? Optional.empty()
        : Optional.of(GuardDrop.BAD_SIGNATURE);
  }

  /** Takes a refutation that a member passes on; returns whether its refuter is a new one. */
  boolean takeRefutation(NodeId from, SignedRefutation signed) {
    Refutation refutation = signed.refutation();
    Optional<Dossier> dossier = book.find(refutation.id());
    if (dossier.isEmpty()
        || refutation.refuter().equals(environment.self())
        || dossier.get().refutedUntil(refutation.refuter()) >= refutation.expiresMillis()) {
      return false;
    }
    if (!limits.takeStatement(from)) {
      counters.drop(GuardDrop.OVER_BUDGET);
      return false;
    }
    Optional<GuardDrop> problem = problemOf(signed);
    if (problem.isPresent()) {
      counters.drop(problem.get());
      if (problem.get() == GuardDrop.BAD_SIGNATURE) {
        limits.mute(from, environment.wallMillis() + settings.validityMillis());
      }
      return false;
    }
    counters.count(GuardCount.REFUTATIONS_TAKEN);
    return dossier.get().refute(signed);
  }

  private Optional<GuardDrop> problemOf(SignedRefutation signed) {
    Optional<PublicIdentity> refuter = members.keys(signed.refutation().refuter());
    if (refuter.isEmpty()) {
      return Optional.of(GuardDrop.UNKNOWN_SIGNER);
    }
    if (!shares.isTime(signed.refutation().expiresMillis())) {
      return Optional.of(GuardDrop.BAD_TIME);
    }
    return signed.isSignedBy(refuter.get())
        ? Optional.empty()
        : Optional.of(GuardDrop.BAD_SIGNATURE);
  }
}
