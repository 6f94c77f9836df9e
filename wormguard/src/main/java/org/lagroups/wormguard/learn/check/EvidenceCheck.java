package org.lagroups.wormguard.learn.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.lagroups.wormguard.engine.BlockingPolicy;
import org.lagroups.wormguard.engine.Engine;
import org.lagroups.wormguard.engine.RuleIndex;
import org.lagroups.wormguard.engine.limit.Thresholds;
import org.lagroups.wormguard.learn.evidence.Evidence;
import org.lagroups.wormguard.learn.evidence.PayloadSample;
import org.lagroups.wormguard.match.MatcherCompiler;
import org.lagroups.wormguard.packet.Decoded;
import org.lagroups.wormguard.packet.LinkType;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.packet.PacketDecoder;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.address.Variables;
import org.lagroups.wormguard.rule.load.RuleLoader;
import org.lagroups.wormguard.rule.load.RuleSet;

/** Judges the samples of evidence, and other payloads, by a rule. */
public final class EvidenceCheck {

  private static final int FEW_COUNTERS = 8;

  private EvidenceCheck() {}

  /**
   * Loads the evidence's rule and judges each sample by it, as a packet by itself in a flow of its
   * own. Takes milliseconds; any thread.
   *
   * @param variables those of the gateway, for a rule that uses some
   */
  public static CheckedEvidence check(
      Evidence evidence, Variables variables, MatcherCompiler compiler) {
    RuleSet set = load(evidence.rule(), variables);
    if (set.refusedCount() > 0) {
      return new CheckedEvidence.Refused("the rule cannot be taken: " + set.refused().getFirst());
    }
    if (set.rules().size() != 1) {
      return new CheckedEvidence.Refused("there is no rule");
    }
    return new CheckedEvidence.Judged(
        set.rules().getFirst(),
        matched(set.rules().getFirst(), evidence.samples(), compiler),
        evidence.samples().size());
  }

  private static RuleSet load(String rule, Variables variables) {
    try {
      return RuleLoader.load(
          new ByteArrayInputStream(rule.getBytes(StandardCharsets.ISO_8859_1)), variables);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be read", e);
    }
  }

  /** For how many payloads a rule alerts, each of them judged as samples are. */
  public static int matched(Rule rule, List<PayloadSample> samples, MatcherCompiler compiler) {
    return matchedInAnyForm(rule, samples.stream().map(List::of).toList(), compiler);
  }

  /**
   * For how many payloads a rule alerts in one of their forms.
   *
   * @param payloads of each the forms that it may have had, at least one
   */
  public static int matchedInAnyForm(
      Rule rule, List<List<PayloadSample>> payloads, MatcherCompiler compiler) {
    PacketDecoder decoder = new PacketDecoder();
    int matched = 0;
    try (RuleIndex index = RuleIndex.of(List.of(rule), compiler)) {
      for (List<PayloadSample> forms : payloads) {
        matched += forms.stream().anyMatch(form -> alerts(index, decoder, form)) ? 1 : 0;
      }
    }
    return matched;
  }

  private static boolean alerts(RuleIndex index, PacketDecoder decoder, PayloadSample sample) {
    byte[] bytes = SampleFrame.of(sample);
    Packet packet = new Packet();
    Decoded decoded =
        decoder.decode(
            MemorySegment.ofArray(bytes), 0, bytes.length, bytes.length, LinkType.RAW, 0, packet);
    // One that has judged nothing else, so that the rule's thresholds count from the start.
    try (Engine engine =
        new Engine(index, new Thresholds(FEW_COUNTERS, 0), BlockingPolicy.NOTHING)) {
      boolean[] alerted = new boolean[1];
      engine.begin(packet, decoded, new SampleFlow(sample));
      engine.finish((_, _) -> alerted[0] = true);
      return alerted[0];
    }
  }
}
