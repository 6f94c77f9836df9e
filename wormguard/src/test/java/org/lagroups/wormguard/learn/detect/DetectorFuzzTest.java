package org.lagroups.wormguard.learn.detect;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.machine.Bytes;
import org.lagroups.simnet.fuzz.ShortRun;
import org.lagroups.wormguard.testing.PacketBytes;

/** Whatever frames there are: each comes over and over, from others to others. */
final class DetectorFuzzTest {

  private static final SiftSettings EAGER =
      new SiftSettings(8, 1, 2, 2, 2, false, 1_000_000_000L, 1_000_000_000L);

  private final DetectorSettings settings =
      new DetectorSettings(EAGER, DetectorSettings.DEFAULT.scans(), 1 << 10, 64, 4, 2, 8, 0);

  @MethodSource("samples")
  @FuzzTest(maxDuration = "30s")
  void frames(byte[] input) {
    Watching watching = new Watching(settings, 1);
    for (int i = 0; i < 8; i++) {
      byte[] frame = input.clone();
      // The last bytes of the addresses of IPv4 behind Ethernet.
      for (int at = 29; at <= 33 && at < frame.length; at += 4) {
        frame[at] = (byte) i;
      }
      watching.take(List.of(frame));
    }
    assertThat(watching.counts().notMatched()).isZero();
  }

  @Test
  void shortRun() {
    ShortRun.on(samples(), this::frames);
  }

  static List<byte[]> samples() {
    List<byte[]> samples = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(1);
    for (int protocol : new int[] {PacketBytes.TCP, PacketBytes.UDP}) {
      for (boolean isV4 : new boolean[] {true, false}) {
        Bytes text = Bytes.copyOf(PacketBytes.text("an inert text of some length"));
        samples.add(
            new Outbreak(isV4, protocol, 80, false, text, 0, 1).frames(1, 2, random).get(0));
      }
    }
    return samples;
  }
}
