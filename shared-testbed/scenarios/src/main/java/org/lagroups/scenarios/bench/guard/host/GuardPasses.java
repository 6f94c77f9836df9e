package org.lagroups.scenarios.bench.guard.host;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.lagroups.scenarios.bench.guard.rules.MadeRules;
import org.lagroups.scenarios.bench.guard.traffic.ManyFlows;
import org.lagroups.wormguard.capture.Frames;
import org.lagroups.wormguard.capture.PcapFile;
import org.lagroups.wormguard.engine.BlockingPolicy;
import org.lagroups.wormguard.engine.RuleIndex;
import org.lagroups.wormguard.inspect.InspectCounts;
import org.lagroups.wormguard.inspect.InspectSettings;
import org.lagroups.wormguard.inspect.Inspector;
import org.lagroups.wormguard.packet.LinkType;
import org.lagroups.wormguard.rule.address.Variables;
import org.lagroups.wormguard.rule.load.RuleLoader;
import org.lagroups.wormguard.rule.load.RuleSet;
import org.lagroups.wormguard.runtime.matching.Matching;

/**
 * All that is done to a packet, with the usual settings; alerts are counted. All flows end with a
 * capture, and the memory for the next ones stays.
 */
final class GuardPasses implements Passes {

  private final RuleIndex index;
  private final Inspector inspector;
  private long nanos;

  GuardPasses(MadeRules rules) {
    this(rules, InspectSettings.DEFAULT);
  }

  GuardPasses(MadeRules rules, InspectSettings settings) {
    index = RuleIndex.of(load(rules).rules(), Matching.best().compiler());
    inspector =
        new Inspector(index, settings, BlockingPolicy.NOTHING, new Random(1), finding -> {});
  }

  @Override
  public Pass pass(PcapFile file) {
    InspectCounts before = inspector.counts();
    Frames frames = file.frames();
    while (frames.next()) {
      inspector.take(
          frames.memory(),
          frames.offset(),
          frames.capturedLength(),
          frames.wireLength(),
          frames.link(),
          frames.nanos());
      if (!inspector.hasRoom() || !frames.isNextAtHand()) {
        judgeTaken();
      }
    }
    inspector.endFlows();
    InspectCounts after = inspector.counts();
    if (after.badChecksums() != before.badChecksums()) {
      throw new IllegalStateException("a made packet has a wrong checksum");
    }
    return new Pass(
        after.frames() - before.frames(),
        after.alerts() - before.alerts(),
        after.gaveUp() - before.gaveUp(),
        0);
  }

  /** Takes connections that do not end. */
  void feed(int connections, long seed) throws IOException {
    ManyFlows.send(
        connections,
        seed,
        (frame, length) ->
            inspector.inspect(
                MemorySegment.ofArray(frame), 0, length, length, LinkType.ETHERNET, nanos++));
  }

  private void judgeTaken() {
    while (inspector.hasTaken()) {
      inspector.judge();
    }
  }

  /** How many flows there are now. */
  long flows() {
    return inspector.counts().flows();
  }

  @Override
  public void close() {
    inspector.close();
    index.close();
  }

  private static RuleSet load(MadeRules rules) {
    try {
      byte[] text = rules.text().getBytes(StandardCharsets.UTF_8);
      RuleSet set = RuleLoader.load(new ByteArrayInputStream(text), Variables.DEFAULTS);
      if (set.refusedCount() > 0) {
        throw new IllegalStateException("a made rule is refused: " + set.refused().getFirst());
      }
      return set;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
