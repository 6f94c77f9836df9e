package org.lagroups.simnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.simnet.fault.Chaos;
import org.lagroups.simnet.fault.ChaosSettings;
import org.lagroups.simnet.fault.FaultKind;
import org.lagroups.simnet.net.Conditions;
import org.lagroups.simnet.seed.Seeds;

/** One seed, one run, whatever goes wrong in it. */
class ChaosTraceTest {

  private static final int NODES = 6;
  private static final String USED_DISK = "used";

  private static final ChaosSettings ALL_KINDS =
      new ChaosSettings(
          Duration.ofSeconds(5), Duration.ofSeconds(10), 0.5, EnumSet.allOf(FaultKind.class));

  private static final Pattern DATAGRAM =
      Pattern.compile("\\S+ (\\S+) (send|receive) (\\S+) protocol 7 datagram .*");

  /** The trace of a run, and what a trace does not tell. */
  private record Run(String trace, String digest, int livesWithDisk, int livesWithoutDisk) {}

  @Test
  void isByteIdenticalWithAllKindsOfFaults() {
    long seed = Seeds.one();
    Run first = run(seed);
    Run second = run(seed);
    assertThat(second).isEqualTo(first);
    assertEveryKindOfFaultIsIn(first);
    assertThat(run(seed + 1).trace()).isNotEqualTo(first.trace());
  }

  private static Run run(long seed) {
    StringBuilder trace = new StringBuilder();
    int[] lives = new int[2];
    Simulation sim = new Simulation(seed);
    sim.trace().writeTo(trace);
    sim.network().conditions(new Conditions(0.1, 0.05, 0.1, 80, 300));
    sim.network().lossyOrdered(true);
    sim.spuriousTimers(0.05);
    List<SimNode<Recorder>> nodes =
        sim.addNodes(
            NODES,
            host -> {
              lives[host.storage().get(USED_DISK).isPresent() ? 0 : 1]++;
              host.storage().put(USED_DISK, Bytes.EMPTY);
              return Recorder.install(host);
            });
    RandomGenerator random = sim.random("talk");
    sim.every(Duration.ofMillis(100), () -> talk(sim, nodes, random));
    new Chaos(sim, nodes, ALL_KINDS).runFor(Duration.ofMinutes(20));
    sim.runFor(Duration.ofSeconds(30));
    return new Run(trace.toString(), sim.trace().digest(), lives[0], lives[1]);
  }

  /** A datagram and an ordered message, each different from all others, and a timer. */
  private static void talk(Simulation sim, List<SimNode<Recorder>> nodes, RandomGenerator random) {
    SimNode<Recorder> from = nodes.get(random.nextInt(NODES));
    SimNode<Recorder> to = nodes.get((from.index() + random.nextInt(1, NODES)) % NODES);
    if (from.isRunning()) {
      from.keepLink(to);
      from.app().say(to, Delivery.DATAGRAM, "datagram at " + sim.now());
      from.app().say(to, Delivery.ORDERED, "ordered at " + sim.now());
      from.app().environment.setTimer(Recorder.Timer.FIRST, 50);
    }
  }

  private static void assertEveryKindOfFaultIsIn(Run run) {
    assertThat(run.trace().lines())
        .anyMatch(has("datagram .* \\(loss\\)"))
        .anyMatch(has("ordered .* \\(loss\\)"))
        .anyMatch(has(" -- cut n\\d to n\\d"))
        .anyMatch(has(" -- cut n\\d and n\\d"))
        .anyMatch(has(" -- isolate n\\d"))
        .anyMatch(has(" -- partition "))
        .anyMatch(has(" -- conditions from n\\d to n\\d"))
        .anyMatch(has(" n\\d pause"))
        .anyMatch(has(" n\\d kill"));
    assertThat(run.livesWithDisk()).as("restarts with state").isPositive();
    assertThat(run.livesWithoutDisk()).as("restarts without state").isGreaterThan(NODES);
    Disorder disorder = new Disorder();
    run.trace().lines().map(DATAGRAM::matcher).filter(Matcher::matches).forEach(disorder::see);
    assertThat(disorder.duplicates).as("duplicates").isPositive();
    assertThat(disorder.overtaken).as("reordered datagrams").isPositive();
  }

  private static Predicate<String> has(String pattern) {
    return Pattern.compile(pattern).asPredicate();
  }

  /** Counts datagrams that arrived twice, or after one that was sent later on the same path. */
  private static final class Disorder {
    private final Map<String, Integer> sentAs = new HashMap<>();
    private final Map<String, Integer> lastOfPath = new HashMap<>();
    private final Set<Integer> arrived = new HashSet<>();
    private int duplicates;
    private int overtaken;

    void see(Matcher line) {
      String hash = line.group().replaceAll(".*#", "");
      if (line.group(2).equals("send")) {
        sentAs.put(hash, sentAs.size());
        return;
      }
      int number = sentAs.getOrDefault(hash, 0);
      duplicates += arrived.add(number) ? 0 : 1;
      int last = lastOfPath.merge(line.group(3) + line.group(1), number, Math::max);
      overtaken += last > number ? 1 : 0;
    }
  }
}
