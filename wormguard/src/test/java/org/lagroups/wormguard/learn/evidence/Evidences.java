package org.lagroups.wormguard.learn.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.lagroups.machine.Bytes;
import org.lagroups.wormguard.flow.Direction;

/** Evidence for tests. */
public final class Evidences {

  public static final String RULE =
      "alert udp any any -> any 1434 (msg:\"example\"; content:\"inert example\"; sid:1100000;)";

  private static final OutbreakCounts COUNTS =
      new OutbreakCounts(41, 31, 37, 2, 1_000_000_000L, 61_000_000_000L);

  private Evidences() {}

  /** Two samples that the rule holds for. */
  public static Evidence example() {
    return of(RULE, sample("an inert example"), sample("inert example, another"));
  }

  public static Evidence of(String rule, PayloadSample... samples) {
    return new Evidence(rule, COUNTS, List.of(samples));
  }

  public static PayloadSample sample(String payload) {
    return new PayloadSample(
        4,
        PayloadProtocol.UDP,
        1_000,
        1_434,
        Optional.of(Direction.TO_SERVER),
        false,
        Bytes.copyOf(payload.getBytes(StandardCharsets.US_ASCII)));
  }

  /** Anything that evidence may be. */
  public static Evidence random(RandomGenerator random) {
    List<PayloadSample> samples = new ArrayList<>();
    int count = random.nextInt(1, Evidence.MAX_SAMPLES + 1);
    for (int i = 0; i < count; i++) {
      byte[] payload = new byte[random.nextInt(1, PayloadSample.MAX_PAYLOAD_BYTES + 1)];
      random.nextBytes(payload);
      samples.add(
          new PayloadSample(
              random.nextBoolean() ? 4 : 6,
              random.nextBoolean() ? PayloadProtocol.TCP : PayloadProtocol.UDP,
              random.nextInt(65_536),
              random.nextInt(65_536),
              random.nextBoolean()
                  ? Optional.empty()
                  : Optional.of(Direction.at(random.nextInt(2))),
              random.nextBoolean(),
              Bytes.wrapOwned(payload)));
    }
    long first = random.nextLong(Long.MAX_VALUE);
    return new Evidence(
        "x".repeat(random.nextInt(1, Evidence.MAX_RULE_BYTES + 1)),
        new OutbreakCounts(
            random.nextLong(Long.MAX_VALUE),
            random.nextInt(Integer.MAX_VALUE),
            random.nextInt(Integer.MAX_VALUE),
            random.nextInt(Integer.MAX_VALUE),
            first,
            random.nextLong(first, Long.MAX_VALUE)),
        samples);
  }
}
