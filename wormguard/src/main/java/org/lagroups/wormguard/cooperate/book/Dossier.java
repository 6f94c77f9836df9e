package org.lagroups.wormguard.cooperate.book;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lagroups.machine.NodeId;
import org.lagroups.wormguard.cooperate.endorse.EndorsementShare;
import org.lagroups.wormguard.cooperate.judge.Opinion;
import org.lagroups.wormguard.cooperate.judge.SignedRefutation;
import org.lagroups.wormguard.cooperate.record.SignatureId;
import org.lagroups.wormguard.cooperate.record.SignatureRecord;
import org.lagroups.wormguard.cooperate.record.SignedRecord;
import org.lagroups.wormguard.rule.Rule;

/** All that this node knows of one signature. What others have signed was checked before. */
public final class Dossier {

  private final SignedRecord signed;
  private final Rule rule;
  private final SortedMap<NodeId, EndorsementShare> endorsements = new TreeMap<>();
  private final SortedMap<NodeId, SignedRefutation> refutations = new TreeMap<>();
  private Opinion opinion = Opinion.OPEN;
  private long judgedMillis;
  private Optional<Untested> untested = Optional.empty();
  private boolean isPublic;
  private boolean wasEnforced;

  Dossier(SignedRecord signed, Rule rule) {
    this.signed = signed;
    this.rule = rule;
  }

  public SignatureId id() {
    return signed.id();
  }

  public SignedRecord signed() {
    return signed;
  }

  public SignatureRecord record() {
    return signed.record();
  }

  /** What the record's text says. */
  public Rule rule() {
    return rule;
  }

  /** What this node makes of it. */
  public Opinion opinion() {
    return opinion;
  }

  /** When it came to that, wall-clock milliseconds; 0 as long as it is open. */
  public long judgedMillis() {
    return judgedMillis;
  }

  /** This node has come to an opinion. */
  public void judge(Opinion made, long nowMillis) {
    opinion = made;
    judgedMillis = nowMillis;
    untested = Optional.empty();
  }

  /** Why it is still open, if it was tried to test it. */
  public Optional<Untested> untested() {
    return untested;
  }

  /** It was tried to test it, and could not be done. */
  public void untested(String why, long nowMillis) {
    if (opinion instanceof Opinion.Open) {
      untested =
          Optional.of(new Untested(why, untested.map(Untested::sinceMillis).orElse(nowMillis)));
    }
  }

  /** Whether the group may know of it. */
  public boolean isPublic() {
    return isPublic;
  }

  /** From now on the group may know of it. */
  public void publish() {
    isPublic = true;
  }

  /** Whether enough have endorsed it at some time. */
  public boolean wasEnforced() {
    return wasEnforced;
  }

  void enforced() {
    wasEnforced = true;
  }

  /** Takes an endorsement that was checked, unless one that lasts as long is there. */
  public void endorse(EndorsementShare share) {
    EndorsementShare before = endorsements.get(share.endorser());
    if (before == null
        || before.endorsement().expiryMillis() < share.endorsement().expiryMillis()) {
      endorsements.put(share.endorser(), share);
    }
  }

  /** Takes a refutation that was checked; returns whether its refuter is a new one. */
  public boolean refute(SignedRefutation refutation) {
    NodeId refuter = refutation.refutation().refuter();
    SignedRefutation before = refutations.get(refuter);
    if (before == null
        || before.refutation().expiresMillis() < refutation.refutation().expiresMillis()) {
      refutations.put(refuter, refutation);
    }
    return before == null;
  }

  /** Until when a member endorses it; 0 if it does not. */
  public long endorsedUntil(NodeId member) {
    EndorsementShare share = endorsements.get(member);
    return share == null ? 0 : share.endorsement().expiryMillis();
  }

  /** Until when a member refutes it; 0 if it does not. */
  public long refutedUntil(NodeId member) {
    SignedRefutation refutation = refutations.get(member);
    return refutation == null ? 0 : refutation.refutation().expiresMillis();
  }

  /** Who endorses it, in the order of IDs; one that refutes it as well does not count. */
  public List<EndorsementShare> endorsements() {
    List<EndorsementShare> counted = new ArrayList<>();
    endorsements.forEach((node, share) -> {
      if (!refutations.containsKey(node)) {
        counted.add(share);
      }
    });
    return counted;
  }

  /** Who says that it is bad, in the order of IDs. */
  public Collection<SignedRefutation> refutations() {
    return Collections.unmodifiableCollection(refutations.values());
  }

  /** The refutation by its own origin, if there is one. */
  Optional<SignedRefutation> takenBack() {
    return Optional.ofNullable(refutations.get(record().origin()));
  }

  /** What a member has said of it no longer holds. */
  public void forget(NodeId member) {
    endorsements.remove(member);
    refutations.remove(member);
  }

  /** Forgets what has ended. */
  public void expire(long nowMillis) {
    endorsements.values().removeIf(share -> share.endorsement().expiryMillis() <= nowMillis);
    refutations.values().removeIf(one -> one.refutation().expiresMillis() <= nowMillis);
  }

  /** The same number at members that know the same of it. */
  public long state() {
    long state = 1;
    for (Map.Entry<NodeId, EndorsementShare> entry : endorsements.entrySet()) {
      state = mixed(state, entry.getKey(), entry.getValue().endorsement().expiryMillis());
    }
    for (Map.Entry<NodeId, SignedRefutation> entry : refutations.entrySet()) {
      state = mixed(state, entry.getKey(), -entry.getValue().refutation().expiresMillis());
    }
    return state;
  }

  /** Mixes as SplittableRandom does. */
  private static long mixed(long state, NodeId node, long number) {
    long mixed = (state * 31 + node.hashCode()) * 31 + number;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
