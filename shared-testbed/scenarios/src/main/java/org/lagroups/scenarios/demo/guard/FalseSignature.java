package org.lagroups.scenarios.demo.guard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lagroups.machine.Bytes;
import org.lagroups.scenarios.guard.DatagramCapture;
import org.lagroups.scenarios.guard.Outbreak;
import org.lagroups.wormguard.learn.evidence.Evidence;
import org.lagroups.wormguard.learn.evidence.EvidenceCodec;
import org.lagroups.wormguard.learn.evidence.OutbreakCounts;
import org.lagroups.wormguard.learn.evidence.PayloadProtocol;
import org.lagroups.wormguard.learn.evidence.PayloadSample;

/**
 * What colluders pass off as the signature of a worm: it holds for everybody's ordinary traffic,
 * and its evidence is such traffic.
 */
final class FalseSignature {

  static final String RULE =
      "drop udp any any -> any %d (msg:\"made up\"; content:\"%s\"; sid:1000001; rev:1;)"
          .formatted(DatagramCapture.PORT, Outbreak.ORDINARY_WORDS.strip());

  private static final int SAMPLES = 12;
  private static final int FIRST_PORT = 4_000;

  private final Path rule;
  private final Path evidence;

  private FalseSignature(Path rule, Path evidence) {
    this.rule = rule;
    this.evidence = evidence;
  }

  static FalseSignature make(Outbreak traffic, Path folder) throws IOException {
    Evidence made =
        new Evidence(
            RULE,
            new OutbreakCounts(SAMPLES, SAMPLES, SAMPLES, 0, 1, 2),
            IntStream.range(0, SAMPLES).mapToObj(i -> sample(traffic, i)).toList());
    return new FalseSignature(
        Files.writeString(folder.resolve("false.rules"), RULE + "\n", StandardCharsets.US_ASCII),
        Files.write(folder.resolve("false.evidence"), EvidenceCodec.encode(made).toArray()));
  }

  private static PayloadSample sample(Outbreak traffic, int number) {
    return new PayloadSample(
        4,
        PayloadProtocol.UDP,
        FIRST_PORT + number,
        DatagramCapture.PORT,
        Optional.empty(),
        false,
        Bytes.copyOf(traffic.numbered(Outbreak.ORDINARY_WORDS)));
  }

  /**
   * Has a colluder offer it.
   *
   * @return its ID
   */
  String offer(Gateway colluder, String group) {
    return colluder
        .cli()
        .json(
            "guard", "offer", rule.toString(), "--evidence", evidence.toString(), "--group", group)
        .json()
        .path("id")
        .asString();
  }
}
