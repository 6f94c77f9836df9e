package org.lagroups.wormguard.learn.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.seed.Seeds;
import org.lagroups.wormguard.capture.Frames;
import org.lagroups.wormguard.capture.PcapFile;
import org.lagroups.wormguard.learn.detect.DetectorSettings;
import org.lagroups.wormguard.learn.detect.SiftSettings;
import org.lagroups.wormguard.learn.detect.Watching;
import org.lagroups.wormguard.testing.VerifyCases;

/** The published captures, if they are there: attacks among them, but no outbreak. */
final class VerifyLearnTest {

  private static final long SECOND = 1_000_000_000L;

  @Test
  void learnsNothingFromCapturesWithoutAnOutbreak() {
    List<VerifyCases.Case> cases = VerifyCases.all();
    SiftSettings every = new SiftSettings(40, 1, 3, 30, 30, false, 60 * SECOND, 3_600 * SECOND);
    Watching watching =
        new Watching(
            DetectorSettings.DEFAULT.withSifting(every),
            new SplittableRandom(Seeds.one()).nextLong());
    for (VerifyCases.Case each : cases) {
      if (PcapFile.open(each.capture()) instanceof PcapFile.Opening.Opened(PcapFile file)) {
        try (file) {
          Frames frames = file.frames();
          while (frames.next()) {
            watching
                .detector()
                .take(
                    frames.memory(),
                    frames.offset(),
                    frames.capturedLength(),
                    frames.wireLength(),
                    frames.link(),
                    frames.nanos());
          }
        }
      }
    }
    assertThat(watching.counts().packets()).isGreaterThan(500);
    assertThat(watching.signatures()).isEmpty();
  }
}
