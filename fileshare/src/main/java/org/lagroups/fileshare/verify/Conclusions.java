package org.lagroups.fileshare.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lagroups.fileshare.record.SignedRecord;

/** Compares what routes have brought. */
final class Conclusions {

  private Conclusions() {}

  static Verification draw(SignedRecord record, int wantedPaths, List<PathOutcome> outcomes) {
    Optional<Verification.Proof> proof = proof(record, outcomes);
    Conclusion conclusion =
        proof.isPresent() ? Conclusion.EQUIVOCATED : withoutProof(record, wantedPaths, outcomes);
    return new Verification(record, wantedPaths, outcomes, conclusion, proof);
  }

  /** Two different records with the same sequence; the one to be verified counts as well. */
  private static Optional<Verification.Proof> proof(
      SignedRecord record, List<PathOutcome> outcomes) {
    Map<Long, SignedRecord> bySequence = new HashMap<>();
    bySequence.put(record.record().sequence(), record);
    for (SignedRecord other : different(outcomes)) {
      SignedRecord before = bySequence.putIfAbsent(other.record().sequence(), other);
      if (before != null && !before.encoded().equals(other.encoded())) {
        return Optional.of(new Verification.Proof(before, other));
      }
    }
    return Optional.empty();
  }

  private static Conclusion withoutProof(
      SignedRecord record, int wantedPaths, List<PathOutcome> outcomes) {
    List<SignedRecord> different = different(outcomes);
    long same = count(outcomes, PathOutcome.Same.class);
    if (count(outcomes, PathOutcome.Invalid.class) > 0) {
      return Conclusion.INVALID;
    }
    if (!different.isEmpty()) {
      boolean agree = different.stream().distinct().count() == 1 && same == 0;
      boolean later = different.getFirst().record().sequence() > record.record().sequence();
      return agree && later ? Conclusion.REPLACED : Conclusion.CONTRADICTED;
    }
    if (count(outcomes, PathOutcome.Gone.class) > 0) {
      return same == 0 ? Conclusion.GONE : Conclusion.CONTRADICTED;
    }
    return same >= wantedPaths ? Conclusion.CONFIRMED : Conclusion.TOO_FEW;
  }

  private static List<SignedRecord> different(List<PathOutcome> outcomes) {
    List<SignedRecord> records = new ArrayList<>();
    for (PathOutcome outcome : outcomes) {
      if (outcome instanceof PathOutcome.Different other) {
        records.add(other.record());
      }
    }
    return records;
  }

  private static long count(List<PathOutcome> outcomes, Class<? extends PathOutcome> kind) {
    return outcomes.stream().filter(kind::isInstance).count();
  }
}
