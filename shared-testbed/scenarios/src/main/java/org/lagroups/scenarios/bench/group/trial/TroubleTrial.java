package org.lagroups.scenarios.bench.group.trial;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.lagroups.scenarios.bench.group.host.Library;
import org.lagroups.scenarios.bench.group.host.Pace;
import org.lagroups.scenarios.bench.group.space.Place;
import org.lagroups.scenarios.bench.group.space.StarNetwork;
import org.lagroups.scenarios.bench.group.space.Trouble;
import org.lagroups.scenarios.netlab.LabHost;
import org.lagroups.scenarios.process.ObedientProcess;

/**
 * One group of one library whose members run at the places of a {@link StarNetwork}: packets of one
 * of them get lost, and it is counted who drops whom.
 */
public final class TroubleTrial implements Trial {

  private static final long LONGEST_FORMING_MILLIS = 180_000;

  /** Of a trouble that passes: how long it lasts, and how long it is away. */
  private static final long PHASE_MILLIS = 20_000;

  /** At the end, without trouble: news that was kept from some may spread now. */
  private static final long AFTERWARDS_MILLIS = 15_000;

  private static final List<Place> HEALTHY = List.of(Place.CROWD, Place.FRIEND);

  private final String title;
  private final StarNetwork network;
  private final Trouble trouble;
  private final Map<Place, ObedientProcess> hosts = new TreeMap<>();

  private TroubleTrial(String title, StarNetwork network, Trouble trouble) {
    this.title = title;
    this.network = network;
    this.trouble = trouble;
  }

  /** How often each of these has happened since the group was formed. */
  private record Counts(
      long drops, long ofTroubled, long withdrawals, long byTroubled, long bytes) {}

  /**
   * Forms a group, to which nothing has happened yet.
   *
   * @param folder for the members' files
   */
  public static TroubleTrial form(
      Trouble trouble, Library library, Pace pace, int members, Path folder)
      throws InterruptedException {
    String label = (trouble.name() + "-" + library.name()).toLowerCase(Locale.ROOT);
    StarNetwork network = StarNetwork.make(label);
    TroubleTrial trial = new TroubleTrial(library.title(), network, trouble);
    try {
      trial.start(library, pace, members, folder.resolve(label));
      return trial;
    } catch (RuntimeException | InterruptedException e) {
      trial.close();
      throw e;
    }
  }

  /**
   * Lets packets get lost, and counts.
   *
   * @param times how often a trouble that passes comes; one that lasts takes as long as these
   */
  public TroubleFigures suffer(int times) throws InterruptedException {
    String id = troubled().ask("id");
    Counts before = counts(id);
    long started = System.nanoTime();
    network.suffer(trouble);
    TimeUnit.MILLISECONDS.sleep(PHASE_MILLIS);
    for (int i = 1; i < times; i++) {
      if (trouble.passes()) {
        network.heal();
      }
      TimeUnit.MILLISECONDS.sleep(PHASE_MILLIS);
      network.suffer(trouble);
      TimeUnit.MILLISECONDS.sleep(PHASE_MILLIS);
    }
    long seeing = sumOfHealthy("seeing " + id);
    double seconds = (System.nanoTime() - started) / 1e9;
    long bytes = counts(id).bytes() - before.bytes();
    network.heal();
    TimeUnit.MILLISECONDS.sleep(AFTERWARDS_MILLIS);
    Counts after = counts(id);
    long members = sumOfAll("members");
    long ofTroubled = after.ofTroubled() - before.ofTroubled();
    return new TroubleFigures(
        after.drops() - before.drops() - ofTroubled,
        after.withdrawals() - before.withdrawals(),
        (double) ofTroubled / (members - 1),
        seeing,
        after.byTroubled() - before.byTroubled(),
        bytes / seconds / members);
  }

  @Override
  public void close() {
    hosts.values().forEach(ObedientProcess::close);
    network.close();
  }

  private void start(Library library, Pace pace, int members, Path folder)
      throws InterruptedException {
    Optional<String> contact = Optional.empty();
    for (Place place : Place.values()) {
      LabHost at = network.at(place);
      int count = place == Place.CROWD ? members - 2 : 1;
      ObedientProcess host =
          new HostRun(library, pace, folder.resolve(place.name()), at.address(), count, contact)
              .start(at::inside);
      hosts.put(place, host);
      host.awaitStarted(LONGEST_FORMING_MILLIS);
      contact = Optional.of(crowd().ask("contact"));
    }
    for (ObedientProcess host : hosts.values()) {
      if (!host.await("settle " + members, LONGEST_FORMING_MILLIS)) {
        throw new IllegalStateException(title + "'s group never became complete");
      }
    }
  }

  private Counts counts(String troubled) throws InterruptedException {
    return new Counts(
        sumOfHealthy("drops"),
        sumOfHealthy("drops-of " + troubled),
        sumOfHealthy("withdrawals") - sumOfHealthy("withdrawals-of " + troubled),
        troubled().number("drops"),
        sumOfAll("bytes"));
  }

  private long sumOfHealthy(String order) throws InterruptedException {
    long sum = 0;
    for (Place place : HEALTHY) {
      sum += host(place).number(order);
    }
    return sum;
  }

  private long sumOfAll(String order) throws InterruptedException {
    return sumOfHealthy(order) + troubled().number(order);
  }

  private ObedientProcess crowd() {
    return host(Place.CROWD);
  }

  private ObedientProcess troubled() {
    return host(Place.TROUBLED);
  }

  private ObedientProcess host(Place place) {
    ObedientProcess host = hosts.get(place);
    if (host == null) {
      throw new IllegalStateException("nothing runs at " + place);
    }
    return host;
  }
}
