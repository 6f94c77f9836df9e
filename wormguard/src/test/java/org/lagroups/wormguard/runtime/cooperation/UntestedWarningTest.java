package org.lagroups.wormguard.runtime.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lagroups.core.crypto.Identity;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.wormguard.cooperate.book.Phase;
import org.lagroups.wormguard.cooperate.book.SignatureStatus;
import org.lagroups.wormguard.cooperate.book.Standing;
import org.lagroups.wormguard.cooperate.book.Untested;
import org.lagroups.wormguard.cooperate.judge.Opinion;
import org.lagroups.wormguard.cooperate.record.EvidenceRef;
import org.lagroups.wormguard.cooperate.record.SharedRule;
import org.lagroups.wormguard.cooperate.record.SignatureRecord;
import org.lagroups.wormguard.cooperate.record.SignedRecord;

final class UntestedWarningTest {

  private static final Identity ORIGIN = Identity.generate(new Random(1));
  private static final String RULE =
      "drop tcp any any -> any any (content:\"inert-marker-42\"; sid:9;)";
  private static final long LONG = UntestedWarning.LONG_MILLIS;

  @Test
  void warnsOfWhatWaitsForLongAndNamesTheReasonOfTheFirst() {
    List<SignatureStatus> all = new ArrayList<>();
    all.add(waiting(Optional.empty()));
    all.add(waiting(Optional.of(new Untested("not so long", 2_000))));
    assertThat(UntestedWarning.of(all, LONG + 1_999)).isEmpty();
    all.add(waiting(Optional.of(new Untested("too little traffic", 1_000))));
    assertThat(UntestedWarning.of(all, LONG + 1_999))
        .containsExactly(
            "worm signatures that could not be tested for over 5 min: 1. The first: too little traffic");
    assertThat(UntestedWarning.of(all, 2 * LONG + 2_000).getFirst())
        .contains("for over 10 min: 2. The first: too little traffic");
  }

  private static SignatureStatus waiting(Optional<Untested> untested) {
    SignatureRecord record =
        new SignatureRecord(
            GroupId.random(new Random(2)),
            ORIGIN.nodeId(),
            RULE,
            EvidenceRef.of(Bytes.copyOf((byte) 1)),
            1,
            2);
    return new SignatureStatus(
        SignedRecord.sign(record, ORIGIN),
        ((SharedRule.Terms.Met) SharedRule.read(RULE)).rule(),
        new Standing(Phase.OFFERED, List.of(), 3, 0),
        Opinion.OPEN,
        untested,
        List.of(),
        List.of());
  }
}
