package org.lagroups.wormguard.cooperate.protocol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.wormguard.cooperate.book.Dossier;
import org.lagroups.wormguard.cooperate.book.SignatureStatus;
import org.lagroups.wormguard.cooperate.endorse.EndorsementSet;
import org.lagroups.wormguard.cooperate.endorse.EndorsementShare;
import org.lagroups.wormguard.cooperate.endorse.SignatureEndorsement;
import org.lagroups.wormguard.cooperate.judge.Fault;
import org.lagroups.wormguard.cooperate.judge.Opinion;
import org.lagroups.wormguard.cooperate.judge.SignedRefutation;
import org.lagroups.wormguard.cooperate.record.SignatureId;
import org.lagroups.wormguard.cooperate.record.SignatureRecord;
import org.lagroups.wormguard.cooperate.record.SignedRecord;

/**
 * What a person, or a detector, asks and decides. On the node's machine thread. What has been
 * decided is with the {@link GuardStore} when a call returns, or its consumer is called.
 */
public final class GuardDesk {

  private final GuardMachine machine;

  GuardDesk(GuardMachine machine) {
    this.machine = machine;
  }

  /**
   * Offers a signature to a group. It is tested here first, as one of anybody else would be: what
   * this node does not vouch for it does not offer.
   *
   * @param rule the text, as in {@link SignatureRecord#rule}
   * @param lifeMillis above 0, up to {@link SignatureRecord#MAX_LIFE_MILLIS}
   * @param done called once, perhaps later
   */
  public void offer(
      GroupId group, String rule, Bytes evidence, long lifeMillis, Consumer<OfferResult> done) {
    new OwnOffers(machine).offer(group, rule, evidence, lifeMillis, done);
  }

  /**
   * Takes a signature that did not come over a link, as one that a member of the group offers.
   *
   * @param proof who endorses it, or did when it was exported; what is no such proof has the
   *     signature refused
   * @param done called once, perhaps later
   */
  public void take(
      SignedRecord signed,
      Bytes evidence,
      Optional<EndorsementSet> proof,
      Consumer<OfferResult> done) {
    new Imports(machine).take(signed, evidence, proof, done);
  }

  /** This node vouches for a signature from now on, because a person says so. */
  public boolean attest(GroupId group, SignatureId id) {
    return decide(group, id, (guard, dossier) -> new Opinion.Endorsed(true));
  }

  /**
   * This node says that a signature is bad, because a person says so.
   *
   * @param reason for the others, cut after 120 bytes
   * @return whether there is such a signature
   */
  public boolean withdraw(GroupId group, SignatureId id, String reason) {
    return decide(
        group,
        id,
        (guard, dossier) ->
            guard.blame().refuted(dossier, Fault.OPERATOR, reason, machine.environment().self()));
  }

  private interface Decision {
    Opinion of(GroupGuard guard, Dossier dossier);
  }

  private boolean decide(GroupId group, SignatureId id, Decision decision) {
    Optional<GroupGuard> guard = machine.find(group);
    Optional<Dossier> dossier = guard.flatMap(one -> one.book().find(id)).filter(Dossier::isPublic);
    if (guard.isEmpty() || dossier.isEmpty()) {
      return false;
    }
    guard.get().judge(dossier.get(), decision.of(guard.get(), dossier.get()));
    machine.blame();
    machine.evaluate();
    return true;
  }

  /** All signatures of all groups, in the order of groups and IDs. */
  public List<SignatureStatus> all() {
    List<SignatureStatus> all = new ArrayList<>();
    for (GroupGuard guard : machine.guards().values()) {
      guard.book().all().forEach(dossier -> all.add(status(guard, dossier)));
    }
    return all;
  }

  private static SignatureStatus status(GroupGuard guard, Dossier dossier) {
    return new SignatureStatus(
        dossier.signed(),
        dossier.rule(),
        guard.standing(dossier),
        dossier.opinion(),
        dossier.untested(),
        dossier.endorsements(),
        dossier.refutations().stream().map(SignedRefutation::refutation).toList());
  }

  /**
   * A proof for strangers of who endorses a signature: of the endorsements that end last those of
   * as many as there are.
   *
   * @param done called once, perhaps later, with nothing if nobody endorses it
   */
  public void proof(GroupId group, SignatureId id, Consumer<Optional<EndorsementSet>> done) {
    Map<SignatureEndorsement, List<EndorsementShare>> byWords = new LinkedHashMap<>();
    machine
        .find(group)
        .flatMap(guard -> guard.book().find(id))
        .map(Dossier::endorsements)
        .orElse(List.of())
        .forEach(share ->
            byWords.computeIfAbsent(share.endorsement(), unseen -> new ArrayList<>()).add(share));
    Optional<Map.Entry<SignatureEndorsement, List<EndorsementShare>>> most =
        byWords.entrySet().stream()
            .max(
                Comparator.comparingInt(
                        (Map.Entry<SignatureEndorsement, List<EndorsementShare>> entry) ->
                            entry.getValue().size())
                    .thenComparingLong(entry -> entry.getKey().expiryMillis()));
    most.ifPresentOrElse(
        entry -> prove(entry.getKey(), entry.getValue(), done),
        () -> done.accept(Optional.empty()));
  }

  private void prove(
      SignatureEndorsement words,
      List<EndorsementShare> shares,
      Consumer<Optional<EndorsementSet>> done) {
    SequencedMap<Signer, Bytes> signatures = new LinkedHashMap<>();
    for (EndorsementShare share : shares) {
      signer(words.group(), share).ifPresent(signer -> signatures.put(signer, share.signature()));
    }
    machine
        .ports()
        .sealer()
        .add(
            words,
            signatures,
            sum ->
                done.accept(
                    sum.signature()
                        .map(signature -> new EndorsementSet(words, sum.signers(), signature))),
            () -> done.accept(Optional.empty()));
  }

  private Optional<Signer> signer(GroupId group, EndorsementShare share) {
    NodeId endorser = share.endorser();
    return endorser.equals(machine.environment().self())
        ? Optional.of(machine.ports().sealer().self())
        : machine
            .ports()
            .groups()
            .member(group, endorser)
            .map(member -> new Signer(member.identity(), share.possession()));
  }
}
