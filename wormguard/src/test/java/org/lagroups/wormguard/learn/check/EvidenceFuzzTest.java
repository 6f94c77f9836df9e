package org.lagroups.wormguard.learn.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.machine.Bytes;
import org.lagroups.simnet.fuzz.ShortRun;
import org.lagroups.wormguard.learn.evidence.DecodedEvidence;
import org.lagroups.wormguard.learn.evidence.EvidenceCodec;
import org.lagroups.wormguard.learn.evidence.Evidences;
import org.lagroups.wormguard.match.automaton.AutomatonMatcher;
import org.lagroups.wormguard.rule.address.Variables;

/** Whatever a peer sends as evidence. */
final class EvidenceFuzzTest {

  @MethodSource("samples")
  @FuzzTest(maxDuration = "30s")
  void evidence(byte[] input) {
    if (EvidenceCodec.decode(Bytes.copyOf(input)) instanceof DecodedEvidence.Accepted accepted) {
      assertThat(EvidenceCodec.encode(accepted.evidence())).isEqualTo(Bytes.copyOf(input));
      CheckedEvidence checked =
          EvidenceCheck.check(accepted.evidence(), Variables.DEFAULTS, AutomatonMatcher::compile);
      if (checked instanceof CheckedEvidence.Judged judged) {
        assertThat(judged.matched()).isBetween(0, judged.samples());
      }
    }
  }

  @Test
  void shortRun() {
    ShortRun.on(samples(), this::evidence);
  }

  static List<byte[]> samples() {
    return Stream.of(
            Evidences.example(),
            Evidences.of("alert tcp any any -> any any (sid:1;)", Evidences.sample("x")),
            Evidences.random(new SplittableRandom(1)))
        .map(evidence -> EvidenceCodec.encode(evidence).toArray())
        .toList();
  }
}
