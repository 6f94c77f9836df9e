package org.lagroups.scenarios.bench.guard.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.scenarios.bench.guard.rules.MadeRules;
import org.lagroups.wormguard.capture.Frames;
import org.lagroups.wormguard.capture.PcapFile;
import org.lagroups.wormguard.engine.BlockingPolicy;
import org.lagroups.wormguard.engine.RuleIndex;
import org.lagroups.wormguard.flow.stream.SegmentFate;
import org.lagroups.wormguard.inspect.InspectCounts;
import org.lagroups.wormguard.inspect.InspectSettings;
import org.lagroups.wormguard.inspect.Inspector;
import org.lagroups.wormguard.packet.Decoded;
import org.lagroups.wormguard.packet.fragment.Fate;
import org.lagroups.wormguard.rule.address.Variables;
import org.lagroups.wormguard.rule.load.RuleLoader;
import org.lagroups.wormguard.runtime.matching.Matching;

final class CaptureMakerTest {

  private static final MadeRules RULES = MadeRules.make(3, 1_000);

  @TempDir private Path folder;

  private final Map<Long, Long> alerts = new HashMap<>();

  @Test
  void makesTheSameFileOfTheSameSeed() throws IOException {
    CaptureFacts one = CaptureMaker.make(folder.resolve("one"), 2_000_000, 5, RULES);
    CaptureFacts same = CaptureMaker.make(folder.resolve("same"), 2_000_000, 5, RULES);
    CaptureFacts other = CaptureMaker.make(folder.resolve("other"), 2_000_000, 6, RULES);
    assertThat(same).isEqualTo(one);
    assertThat(Files.mismatch(folder.resolve("one"), folder.resolve("same"))).isEqualTo(-1);
    assertThat(other).isNotEqualTo(one);
    assertThat(Files.mismatch(folder.resolve("one"), folder.resolve("other"))).isNotEqualTo(-1);
  }

  @Test
  void makesSoundPacketsAndStreamsWithoutGaps() throws IOException {
    CaptureFacts facts = make();
    InspectCounts counts = inspected();

    assertThat(counts.frames()).isEqualTo(facts.frames());
    assertThat(counts.bytes()).isEqualTo(facts.bytes());
    assertThat(counts.badChecksums()).isZero();
    assertThat(counts.decoded().get(Decoded.OK)).isEqualTo(facts.frames() - facts.fragments());
    assertThat(counts.decoded().get(Decoded.FRAGMENT)).isEqualTo(facts.fragments());
    assertThat(counts.fragments().get(Fate.COMPLETED)).isPositive();
    Map<SegmentFate, Long> segments = counts.segments();
    assertThat(segments.get(SegmentFate.GAP)).isZero();
    assertThat(segments.get(SegmentFate.CONTRADICTING)).isZero();
    assertThat(segments.get(SegmentFate.TOO_DEEP)).isZero();
    assertThat(segments.get(SegmentFate.WITHOUT_SYN)).isZero();
    assertThat(segments.get(SegmentFate.KEPT)).isPositive().isEqualTo(facts.reordered());
    assertThat(segments.get(SegmentFate.REPEATED)).isPositive().isEqualTo(facts.retransmitted());
  }

  @Test
  void makesEachRuleHoldAsOftenAsItSays() throws IOException {
    CaptureFacts facts = make();
    inspected();
    Map<Long, Long> expected = new HashMap<>();
    for (int i = 0; i < RULES.size(); i++) {
      if (facts.wholes().get(i) > 0) {
        expected.put(i + 1L, facts.wholes().get(i));
      }
    }
    assertThat(alerts).isEqualTo(expected).hasSizeGreaterThan(20);
    assertThat(facts.alerts(RULES.size()))
        .isEqualTo(alerts.values().stream().mapToLong(Long::longValue).sum());
  }

  private CaptureFacts make() throws IOException {
    return CaptureMaker.make(folder.resolve("made"), 30_000_000, 11, RULES);
  }

  private InspectCounts inspected() throws IOException {
    byte[] text = RULES.text().getBytes(StandardCharsets.UTF_8);
    var rules = RuleLoader.load(new ByteArrayInputStream(text), Variables.DEFAULTS).rules();
    try (RuleIndex index = RuleIndex.of(rules, Matching.best().compiler());
        Inspector inspector =
            new Inspector(
                index,
                InspectSettings.DEFAULT,
                BlockingPolicy.NOTHING,
                new Random(1),
                finding -> alerts.merge(finding.alert().rule().id().signature(), 1L, Long::sum));
        PcapFile file = opened(folder.resolve("made"))) {
      Frames frames = file.frames();
      while (frames.next()) {
        inspector.inspect(
            frames.memory(),
            frames.offset(),
            frames.capturedLength(),
            frames.wireLength(),
            frames.link(),
            frames.nanos());
      }
      return inspector.counts();
    }
  }

  private static PcapFile opened(Path path) {
    return switch (PcapFile.open(path)) {
      case PcapFile.Opening.Opened(PcapFile file) -> file;
      case PcapFile.Opening.Refused(String why) -> throw new AssertionError(why);
    };
  }
}
