package org.lagroups.wormguard.runtime.cooperation.battery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lagroups.wormguard.api.BenignPayload;
import org.lagroups.wormguard.learn.evidence.Evidences;
import org.lagroups.wormguard.learn.evidence.PayloadSample;

final class BenignPayloadsTest {

  @Test
  void everyPayloadComesBackAsItWas() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 10; i++) {
      for (PayloadSample sample : Evidences.random(random).samples()) {
        assertThat(BenignPayloads.read(BenignPayloads.view(sample))).isEqualTo(sample);
      }
    }
  }

  @Test
  void refusesWhatIsNoPayload() {
    expectRefusal(new BenignPayload(5, "tcp", 1, 2, "unknown", true, "00"), "no version 5");
    expectRefusal(new BenignPayload(4, "sctp", 1, 2, "unknown", true, "00"), "tcp or udp");
    expectRefusal(new BenignPayload(4, "tcp", -1, 2, "unknown", true, "00"), "no port");
    expectRefusal(new BenignPayload(4, "tcp", 1, 2, "away", true, "00"), "to-server, to-client");
    expectRefusal(new BenignPayload(4, "tcp", 1, 2, "unknown", true, ""), "0 bytes");
    expectRefusal(new BenignPayload(4, "tcp", 1, 2, "unknown", true, "0"), "");
    expectRefusal(new BenignPayload(4, "tcp", 1, 2, "unknown", true, "no"), "");
    String tooLong = "00".repeat(PayloadSample.MAX_PAYLOAD_BYTES + 1);
    expectRefusal(new BenignPayload(4, "tcp", 1, 2, "unknown", true, tooLong), "up to 2048 bytes");
  }

  private static void expectRefusal(BenignPayload view, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BenignPayloads.read(view))
        .withMessageContaining(why);
  }
}
