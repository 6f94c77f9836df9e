package org.lagroups.wormguard.cooperate.protocol;

import java.util.Optional;
import java.util.function.Consumer;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.wormguard.cooperate.book.Dossier;
import org.lagroups.wormguard.cooperate.judge.Opinion;
import org.lagroups.wormguard.cooperate.judge.TestResult;
import org.lagroups.wormguard.cooperate.record.EvidenceRef;
import org.lagroups.wormguard.cooperate.record.SharedRule;
import org.lagroups.wormguard.cooperate.record.SignatureRecord;
import org.lagroups.wormguard.cooperate.record.SignedRecord;
import org.lagroups.wormguard.rule.Rule;

/** Offers signatures of this node's own, once it vouches for them itself. */
final class OwnOffers {

  private final GuardMachine machine;

  OwnOffers(GuardMachine machine) {
    this.machine = machine;
  }

  /** See {@link GuardDesk#offer}. */
  void offer(
      GroupId group, String rule, Bytes evidence, long lifeMillis, Consumer<OfferResult> done) {
    Optional<GroupGuard> guard = machine.find(group);
    if (guard.isEmpty()) {
      refuse(done, "this node does not belong to that group");
      return;
    }
    switch (SharedRule.read(rule)) {
      case SharedRule.Terms.Refused refused -> refuse(done, refused.why());
      case SharedRule.Terms.Met met -> {
        try {
          long now = machine.environment().wallMillis();
          SignatureRecord record =
              new SignatureRecord(
                  group,
                  machine.environment().self(),
                  rule,
                  EvidenceRef.of(evidence),
                  now,
                  now + lifeMillis);
          offer(
              guard.get(),
              SignedRecord.sign(record, machine.ports().sealer().identity()),
              met.rule(),
              evidence,
              done);
        } catch (IllegalArgumentException e) {
          refuse(done, String.valueOf(e.getMessage()));
        }
      }
    }
  }

  private void offer(
      GroupGuard guard,
      SignedRecord signed,
      Rule rule,
      Bytes evidence,
      Consumer<OfferResult> done) {
    if (hasOffered(guard, signed)) {
      refuse(done, "this node offers that rule already");
      return;
    }
    if (!guard.book().hasRoom(signed.record().origin(), guard::isMember)) {
      refuse(done, "this node offers as many signatures as one may; withdraw one, or wait");
      return;
    }
    Dossier dossier = guard.add(signed, rule);
    machine.evaluate();
    machine
        .ports()
        .shelf()
        .put(
            signed.record().evidence(),
            evidence,
            isKept -> {
              if (isKept) {
                test(guard, dossier, evidence, done);
              } else {
                guard.remove(dossier);
                refuse(done, "its evidence cannot be written to disk");
              }
            });
  }

  /** The same rule with other evidence, or of another time, tells nobody anything. */
  private static boolean hasOffered(GroupGuard guard, SignedRecord signed) {
    return guard.book().all().stream()
        .map(Dossier::record)
        .anyMatch(one ->
            one.origin().equals(signed.record().origin())
                && one.rule().equals(signed.record().rule()));
  }

  private void test(GroupGuard guard, Dossier dossier, Bytes evidence, Consumer<OfferResult> done) {
    machine
        .ports()
        .battery()
        .test(
            dossier.signed(),
            dossier.rule(),
            evidence,
            result -> {
              machine.counters().tested(result);
              if (machine.find(dossier.record().group()).isEmpty()
                  || guard.book().find(dossier.id()).isEmpty()) {
                refuse(done, "the node has left the group");
                return;
              }
              switch (result) {
                case TestResult.Passed passed -> {
                  guard.judge(dossier, new Opinion.Endorsed(false));
                  guard.gossip().offer(dossier);
                  machine.evaluate();
                  done.accept(new OfferResult.Offered(dossier.id()));
                }
                case TestResult.Failed failed -> {
                  guard.remove(dossier);
                  refuse(done, failed.fault().words() + ": " + failed.detail());
                }
                case TestResult.Doubtful doubtful -> {
                  guard.remove(dossier);
                  refuse(done, doubtful.doubt().words() + ": " + doubtful.detail());
                }
                case TestResult.Undecided undecided -> {
                  guard.remove(dossier);
                  done.accept(new OfferResult.Undecided(undecided.why()));
                }
              }
            });
  }

  private static void refuse(Consumer<OfferResult> done, String why) {
    done.accept(new OfferResult.Refused(why));
  }
}
