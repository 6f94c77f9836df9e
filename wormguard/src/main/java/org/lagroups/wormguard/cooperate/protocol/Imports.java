package org.lagroups.wormguard.cooperate.protocol;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.lagroups.machine.Bytes;
import org.lagroups.wormguard.cooperate.endorse.EndorsementSet;
import org.lagroups.wormguard.cooperate.endorse.SetVerifier;
import org.lagroups.wormguard.cooperate.record.SignedRecord;

/**
 * Takes signatures that a person has brought. Nothing is enforced for a proof that came with one:
 * it has to be good because a file with a bad one was made by somebody who lies.
 */
final class Imports {

  private final GuardMachine machine;

  Imports(GuardMachine machine) {
    this.machine = machine;
  }

  /** See {@link GuardDesk#take}. */
  void take(
      SignedRecord signed,
      Bytes evidence,
      Optional<EndorsementSet> proof,
      Consumer<OfferResult> done) {
    Optional<GroupGuard> guard = machine.find(signed.record().group());
    if (guard.isEmpty()) {
      refuse(done, "this node does not belong to the signature's group");
    } else if (!signed.record().evidence().fits(evidence)) {
      refuse(done, "the evidence is not that of the signature");
    } else if (proof.isEmpty()) {
      add(guard.get(), signed, evidence, done);
    } else {
      SetVerifier.Expected expected =
          new SetVerifier.Expected(
              signed.record().group(),
              signed.id(),
              machine.ports().groups().settings(signed.record().group()),
              Set.copyOf(guard.get().members()),
              1);
      machine
          .ports()
          .sealer()
          .verify(
              proof.get(),
              expected,
              machine.environment().wallMillis(),
              problem -> checked(signed, evidence, problem, done),
              () -> refuse(done, "there is too much to check now: try again"));
    }
  }

  private void checked(
      SignedRecord signed, Bytes evidence, Optional<String> problem, Consumer<OfferResult> done) {
    Optional<GroupGuard> guard = machine.find(signed.record().group());
    if (problem.isPresent()) {
      refuse(done, "the proof of who endorses it is not good: " + problem.get());
    } else if (guard.isEmpty()) {
      refuse(done, "the node has left the group");
    } else {
      add(guard.get(), signed, evidence, done);
    }
  }

  private void add(
      GroupGuard guard, SignedRecord signed, Bytes evidence, Consumer<OfferResult> done) {
    Optional<String> problem = guard.takeRecord(signed);
    if (problem.isPresent()) {
      refuse(done, problem.get());
      return;
    }
    machine.evaluate();
    machine
        .ports()
        .shelf()
        .put(
            signed.record().evidence(),
            evidence,
            isKept -> done.accept(new OfferResult.Offered(signed.id())));
  }

  private static void refuse(Consumer<OfferResult> done, String why) {
    done.accept(new OfferResult.Refused(why));
  }
}
