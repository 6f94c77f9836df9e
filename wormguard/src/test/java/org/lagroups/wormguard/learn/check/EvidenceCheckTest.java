package org.lagroups.wormguard.learn.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lagroups.machine.Bytes;
import org.lagroups.wormguard.flow.Direction;
import org.lagroups.wormguard.learn.evidence.Evidence;
import org.lagroups.wormguard.learn.evidence.Evidences;
import org.lagroups.wormguard.learn.evidence.PayloadProtocol;
import org.lagroups.wormguard.learn.evidence.PayloadSample;
import org.lagroups.wormguard.match.automaton.AutomatonMatcher;
import org.lagroups.wormguard.rule.address.Variables;

final class EvidenceCheckTest {

  @Test
  void judgesEachSample() {
    Evidence evidence =
        Evidences.of(
            Evidences.RULE,
            Evidences.sample("inert example"),
            Evidences.sample("something else"),
            Evidences.sample("an inert example as well"));
    CheckedEvidence.Judged judged = judged(evidence);
    assertThat(judged.rule().id().signature()).isEqualTo(1_100_000);
    assertThat(judged.matched()).isEqualTo(2);
    assertThat(judged.samples()).isEqualTo(3);
    assertThat(judged.isMatched()).isFalse();
  }

  @Test
  void countsAnyNumberOfPayloads() {
    assertThat(
            EvidenceCheck.matched(
                judged(Evidences.example()).rule(),
                Collections.nCopies(100, Evidences.sample("an inert example")),
                AutomatonMatcher::compile))
        .isEqualTo(100);
  }

  @Test
  void nineOfTenAreEnough() {
    assertThat(new CheckedEvidence.Judged(judged(Evidences.example()).rule(), 9, 10).isMatched())
        .isTrue();
    assertThat(new CheckedEvidence.Judged(judged(Evidences.example()).rule(), 8, 10).isMatched())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "4, UDP, 'udp any 5 -> any 7', '', 1",
    "6, UDP, 'udp any 5 -> any 7', 'flow:to_server;', 1",
    "4, UDP, 'udp any 5 -> any 8', '', 0",
    "4, TCP, 'udp any any -> any any', '', 0",
    "4, TCP, 'tcp any 5 -> any 7', 'flow:established,to_server;', 1",
    "6, TCP, 'tcp any 5 -> any 7', 'flow:established,to_server;', 1",
    "6, TCP, 'tcp any any -> any any', 'flow:to_client;', 0",
    "6, TCP, 'tcp any any -> any any', 'flow:not_established;', 0",
    "4, TCP, 'tcp any any -> any any', 'dsize:7;', 1",
    "4, TCP, 'tcp any any -> any any', 'threshold:type limit,track by_src,count 1,seconds 60;', 1"
  })
  void takesHeadersAndFlowAsTheyWere(
      int version, PayloadProtocol protocol, String header, String options, int matched) {
    PayloadSample sample =
        new PayloadSample(
            version,
            protocol,
            5,
            7,
            Optional.of(Direction.TO_SERVER),
            true,
            Bytes.copyOf("payload".getBytes(StandardCharsets.US_ASCII)));
    String rule = "alert %s (content:\"payload\"; %s sid:1;)".formatted(header, options);
    assertThat(judged(Evidences.of(rule, sample, sample)).matched()).isEqualTo(2 * matched);
  }

  @Test
  void refusesARuleThatDoesNotLoad() {
    assertThat(check(Evidences.of("no rule", Evidences.sample("x"))))
        .isInstanceOfSatisfying(
            CheckedEvidence.Refused.class,
            refused -> assertThat(refused.why()).contains("options have to stand in ( )"));
    assertThat(check(Evidences.of("# a comment", Evidences.sample("x"))))
        .isEqualTo(new CheckedEvidence.Refused("there is no rule"));
  }

  private static CheckedEvidence.Judged judged(Evidence evidence) {
    CheckedEvidence checked = check(evidence);
    assertThat(checked).isInstanceOf(CheckedEvidence.Judged.class);
    return (CheckedEvidence.Judged) checked;
  }

  private static CheckedEvidence check(Evidence evidence) {
    return EvidenceCheck.check(evidence, Variables.DEFAULTS, AutomatonMatcher::compile);
  }
}
