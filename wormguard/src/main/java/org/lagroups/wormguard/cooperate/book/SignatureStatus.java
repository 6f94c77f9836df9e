package org.lagroups.wormguard.cooperate.book;

import java.util.List;
import java.util.Optional;
import org.lagroups.wormguard.cooperate.endorse.EndorsementShare;
import org.lagroups.wormguard.cooperate.judge.Opinion;
import org.lagroups.wormguard.cooperate.judge.Refutation;
import org.lagroups.wormguard.cooperate.record.SignedRecord;
import org.lagroups.wormguard.rule.Rule;

/**
 * A signature at one moment, for whoever asks. Immutable.
 *
 * @param untested why it is still open, if it was tried to test it
 * @param endorsements all that hold, of trusted and other members
 * @param refutations all that hold
 */
public record SignatureStatus(
    SignedRecord signed,
    Rule rule,
    Standing standing,
    Opinion opinion,
    Optional<Untested> untested,
    List<EndorsementShare> endorsements,
    List<Refutation> refutations) {

  public SignatureStatus {
    endorsements = List.copyOf(endorsements);
    refutations = List.copyOf(refutations);
  }
}
