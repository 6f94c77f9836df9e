package org.lagroups.wormguard.runtime.cooperation.battery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.group.endorse.Offload;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.wormguard.cooperate.judge.Doubt;
import org.lagroups.wormguard.cooperate.judge.Fault;
import org.lagroups.wormguard.cooperate.judge.TestResult;
import org.lagroups.wormguard.cooperate.record.EvidenceRef;
import org.lagroups.wormguard.cooperate.record.SharedRule;
import org.lagroups.wormguard.cooperate.record.SignatureRecord;
import org.lagroups.wormguard.cooperate.record.SignedRecord;
import org.lagroups.wormguard.flow.Direction;
import org.lagroups.wormguard.learn.evidence.Evidence;
import org.lagroups.wormguard.learn.evidence.EvidenceCodec;
import org.lagroups.wormguard.learn.evidence.OutbreakCounts;
import org.lagroups.wormguard.learn.evidence.PayloadProtocol;
import org.lagroups.wormguard.learn.evidence.PayloadSample;
import org.lagroups.wormguard.match.automaton.AutomatonMatcher;

final class LocalBatteryTest {

  private static final String RULE =
      "drop tcp any any -> any any (content:\"inert-marker-42\"; sid:9;)";
  private static final Identity ORIGIN = Identity.generate(new Random(1));

  private static final OutbreakCounts COUNTS = new OutbreakCounts(60, 9, 30, 3, 1, 2);
  private static final PayloadSample LAST = sample("the last one");

  private final RecentPayloads benign = new RecentPayloads();

  @TempDir private Path folder;

  @BeforeEach
  void haveOrdinaryTraffic() {
    for (int i = 0; i < LocalBattery.LEAST_PAYLOADS - 1; i++) {
      benign.add(sample("ordinary " + i));
    }
    benign.add(LAST);
  }

  @Test
  void passesWhatItsEvidenceShows() {
    assertThat(test(evidence("an inert-marker-42 inside"), Optional.empty()))
        .isEqualTo(new TestResult.Passed());
  }

  @Test
  void findsARuleBadThatDoesNotHoldForItsEvidence() {
    assertThat(fault(test(evidence("something else entirely"), Optional.empty())))
        .isEqualTo(Fault.EVIDENCE_UNMATCHED);
  }

  @Test
  void findsEvidenceBadThatIsNone() {
    Bytes nonsense = Bytes.wrapOwned("nonsense".getBytes(StandardCharsets.US_ASCII));
    assertThat(fault(test(nonsense, Optional.empty()))).isEqualTo(Fault.EVIDENCE_UNREADABLE);
  }

  @Test
  void findsARuleBadThatHoldsForOrdinaryTraffic() {
    benign.add(sample("this too has inert-marker-42"));
    assertThat(test(evidence("an inert-marker-42 inside"), Optional.empty()))
        .isEqualTo(new TestResult.Passed());
    benign.add(sample("and this has inert-marker-42"));
    assertThat(test(evidence("an inert-marker-42 inside"), Optional.empty()))
        .isEqualTo(
            new TestResult.Doubtful(
                Doubt.MATCHES_BENIGN, "it holds for 2 of 1002 ordinary payloads"));
  }

  @Test
  void saysNothingWhereThereIsTooLittleOrdinaryTraffic() {
    RecentPayloads few = new RecentPayloads();
    assertThat(test(evidence("an inert-marker-42 inside"), Optional.empty(), few))
        .isEqualTo(
            new TestResult.Undecided(
                "0 ordinary payloads are here, and it takes 1,000 to test a rule on: lag guard learn --offer gives them"));
    for (int i = 0; i < LocalBattery.LEAST_PAYLOADS - 1; i++) {
      few.add(sample("an inert-marker-42 in ordinary traffic"));
    }
    assertThat(test(evidence("an inert-marker-42 inside"), Optional.empty(), few))
        .isInstanceOf(TestResult.Undecided.class);
    few.add(LAST);
    assertThat(test(evidence("an inert-marker-42 inside"), Optional.empty(), few))
        .isInstanceOf(TestResult.Doubtful.class);
    assertThat(test(evidence("something else entirely"), Optional.empty(), new RecentPayloads()))
        .as("what is wrong with its evidence everybody sees")
        .isInstanceOf(TestResult.Failed.class);
  }

  @Test
  void findsEvidenceBadThatIsForAnotherRule() {
    String other = RULE.replace("sid:9;", "sid:10;");
    Bytes evidence =
        EvidenceCodec.encode(
            new Evidence(other, COUNTS, List.of(sample("an inert-marker-42 inside"))));
    assertThat(fault(test(evidence, Optional.empty()))).isEqualTo(Fault.EVIDENCE_OF_ANOTHER_RULE);
  }

  @Test
  void ordinaryFlowsThatWereNotSeenFromTheirStartMayHaveBeenEstablished() {
    for (String way : List.of("to_server", "to_client")) {
      String rule = RULE.replace("sid:9;", "flow:established,%s; sid:9;".formatted(way));
      PayloadSample infected =
          sample(Direction.at(way.equals("to_server") ? 0 : 1), true, "an inert-marker-42 inside");
      Bytes evidence = EvidenceCodec.encode(new Evidence(rule, COUNTS, List.of(infected)));
      RecentPayloads ordinary = new RecentPayloads();
      benign.all().forEach(ordinary::add);
      assertThat(test(rule, evidence, Optional.empty(), ordinary))
          .isEqualTo(new TestResult.Passed());
      for (int i = 0; i < 2; i++) {
        ordinary.add(sample(null, false, "this too has inert-marker-42"));
      }
      assertThat(test(rule, evidence, Optional.empty(), ordinary))
          .isEqualTo(
              new TestResult.Doubtful(
                  Doubt.MATCHES_BENIGN, "it holds for 2 of 1002 ordinary payloads"));
    }
  }

  @Test
  void ordinaryPayloadsAreBounded() {
    for (int i = 0; i < RecentPayloads.MAX_PAYLOADS + 10; i++) {
      benign.add(sample("number " + i));
    }
    assertThat(benign.all()).hasSize(RecentPayloads.MAX_PAYLOADS);
    assertThat(benign.all().getFirst()).isEqualTo(sample("number 10"));
  }

  @Test
  void theVerifierSeesRuleAndEvidenceAndItsWordCounts() throws Exception {
    Bytes evidence = evidence("an inert-marker-42 inside");
    Verifier good = script("grep -q 42 \"$1\" && grep -q inert \"$2\" && exit 0\nexit 3");
    assertThat(test(evidence, Optional.of(good))).isEqualTo(new TestResult.Passed());
    Verifier bad = script("echo 'it taints nothing'\nexit 1");
    assertThat(test(evidence, Optional.of(bad)))
        .isEqualTo(new TestResult.Doubtful(Doubt.VERIFIER_REJECTED, "it taints nothing"));
    assertThat(test(evidence, Optional.of(script("exit 7"))))
        .isInstanceOf(TestResult.Undecided.class);
    Verifier none = new Verifier(List.of("/nowhere/verifier"), Duration.ofSeconds(5));
    assertThat(test(evidence, Optional.of(none))).isInstanceOf(TestResult.Undecided.class);
  }

  @Test
  void aVerifierThatTakesTooLongIsKilledWithAllThatItHasStarted() throws Exception {
    Path pids = folder.resolve("pids");
    Path program = program("sleep 300 &\necho $! > '%s'\nsleep 300".formatted(pids));
    Verifier slow = new Verifier(List.of(program.toString()), Duration.ofSeconds(2));
    assertThat(test(evidence("an inert-marker-42 inside"), Optional.of(slow)))
        .isInstanceOf(TestResult.Undecided.class);
    long child = Long.parseLong(Files.readString(pids).strip());
    for (int i = 0; i < 100 && isAlive(child); i++) {
      Thread.sleep(50);
    }
    assertThat(isAlive(child)).isFalse();
  }

  @Test
  void ofWhatAVerifierPrintsOnlyTheBeginningIsKept() throws Exception {
    Verifier loud = script("head -c 3000000 /dev/zero | tr '\\0' x\nexit 1");
    TestResult found = test(evidence("an inert-marker-42 inside"), Optional.of(loud));
    assertThat(found)
        .isInstanceOfSatisfying(
            TestResult.Doubtful.class,
            doubtful -> assertThat(doubtful.detail()).hasSizeLessThan(200));
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  private Verifier script(String lines) throws Exception {
    return new Verifier(List.of(program(lines).toString()), Duration.ofSeconds(30));
  }

  private Path program(String lines) throws Exception {
    Path file = Files.createTempFile(folder, "verifier", ".sh");
    Files.writeString(file, "#!/bin/sh\n" + lines + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  private TestResult test(Bytes evidence, Optional<Verifier> verifier) {
    return test(evidence, verifier, benign);
  }

  private static TestResult test(
      Bytes evidence, Optional<Verifier> verifier, RecentPayloads ordinary) {
    return test(RULE, evidence, verifier, ordinary);
  }

  private static TestResult test(
      String rule, Bytes evidence, Optional<Verifier> verifier, RecentPayloads ordinary) {
    LocalBattery battery =
        new LocalBattery(
            Offload.INLINE, AutomatonMatcher::compile, ordinary, () -> verifier, Runnable::run);
    SignatureRecord record =
        new SignatureRecord(
            GroupId.random(new Random(2)),
            ORIGIN.nodeId(),
            rule,
            EvidenceRef.of(evidence),
            1,
            1_000_000);
    List<TestResult> results = new ArrayList<>();
    battery.test(
        SignedRecord.sign(record, ORIGIN),
        ((SharedRule.Terms.Met) SharedRule.read(rule)).rule(),
        evidence,
        results::add);
    return results.getFirst();
  }

  private static Fault fault(TestResult result) {
    return ((TestResult.Failed) result).fault();
  }

  private static Bytes evidence(String payload) {
    return EvidenceCodec.encode(new Evidence(RULE, COUNTS, List.of(sample(payload))));
  }

  private static PayloadSample sample(String payload) {
    return sample(null, true, payload);
  }

  private static PayloadSample sample(
      @Nullable Direction direction, boolean isEstablished, String payload) {
    return new PayloadSample(
        4,
        PayloadProtocol.TCP,
        40_000,
        80,
        Optional.ofNullable(direction),
        isEstablished,
        Bytes.wrapOwned(payload.getBytes(StandardCharsets.US_ASCII)));
  }
}
