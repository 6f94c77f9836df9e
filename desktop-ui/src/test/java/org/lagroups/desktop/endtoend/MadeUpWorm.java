package org.lagroups.desktop.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.lagroups.machine.Bytes;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.wormguard.api.AddBenign;
import org.lagroups.wormguard.api.BenignPayload;
import org.lagroups.wormguard.api.BenignView;
import org.lagroups.wormguard.learn.evidence.Evidence;
import org.lagroups.wormguard.learn.evidence.EvidenceCodec;
import org.lagroups.wormguard.learn.evidence.OutbreakCounts;
import org.lagroups.wormguard.learn.evidence.PayloadProtocol;
import org.lagroups.wormguard.learn.evidence.PayloadSample;

/**
 * A signature that is made up, with evidence for it, and the ordinary traffic by which gateways
 * test it.
 */
final class MadeUpWorm {

  static final int PORT = 7_777;
  static final String CONTENT = "inert-bytes-that-stand-for-a-worm";
  static final String RULE =
      "drop udp any any -> any %d (msg:\"made for a test\"; content:\"%s\"; sid:1000001; rev:1;)"
          .formatted(PORT, CONTENT);

  private static final int SAMPLES = 32;
  private static final int ORDINARY = 10;

  private final Random random = new Random(5);

  /** Lets a node offer the signature to its group. */
  void offer(WindowRun run, String node, Path folder) throws IOException {
    Path rule = Files.writeString(folder.resolve("worm.rules"), RULE + "\n");
    Path evidence = Files.write(folder.resolve("worm.evidence"), evidence());
    run.lag(node, "guard", "offer", rule.toString(), "--evidence", evidence.toString());
  }

  /** Gives a node enough to test by, without the worm. */
  void giveOrdinaryTraffic(WindowRun run, String node) {
    ControlClient client = ControlClient.of(run.home(node));
    BenignView there = new BenignView(0, 0, 0);
    for (int i = 0; i < ORDINARY; i++) {
      List<BenignPayload> payloads =
          IntStream.range(0, AddBenign.MOST).mapToObj(_ -> ordinary()).toList();
      there = client.post("/v1/guard/benign", new AddBenign(payloads), BenignView.class);
    }
    assertThat(there.payloads()).isGreaterThanOrEqualTo(there.least());
  }

  private BenignPayload ordinary() {
    byte[] payload = new byte[200];
    random.nextBytes(payload);
    return new BenignPayload(
        4, "udp", 4_000, PORT, "to-server", false, HexFormat.of().formatHex(payload));
  }

  private byte[] evidence() {
    List<PayloadSample> samples = IntStream.range(0, SAMPLES).mapToObj(this::infected).toList();
    OutbreakCounts counts = new OutbreakCounts(SAMPLES, SAMPLES, SAMPLES, 0, 1, 2);
    return EvidenceCodec.encode(new Evidence(RULE, counts, samples)).toArray();
  }

  private PayloadSample infected(int number) {
    byte[] padding = new byte[40 + number];
    random.nextBytes(padding);
    byte[] worm = CONTENT.getBytes(StandardCharsets.US_ASCII);
    byte[] payload = new byte[padding.length + worm.length];
    System.arraycopy(padding, 0, payload, 0, padding.length);
    System.arraycopy(worm, 0, payload, padding.length, worm.length);
    return new PayloadSample(
        4,
        PayloadProtocol.UDP,
        4_000 + number,
        PORT,
        Optional.empty(),
        false,
        Bytes.copyOf(payload));
  }
}
