package org.lagroups.scenarios.bench.group;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.lagroups.scenarios.bench.group.host.Library;
import org.lagroups.scenarios.bench.group.host.Pace;

/**
 * One group of 20 of one library: 19 members in one process, the one that will die in another. What
 * it sends while idle, what happens when a member stands still for a while, and how long it takes
 * until all know that it is dead or silent.
 */
public final class GroupTrial {

  /** The size of the group. */
  public static final int MEMBERS = 20;

  private static final long LONGEST_FORMING_MILLIS = 120_000;
  private static final long LONGEST_DETECTION_MILLIS = 120_000;
  private static final long SETTLING_MILLIS = 10_000;

  private final Library library;
  private final Pace pace;
  private final Optional<NetworkSpace> space;
  private final Path folder;
  private final Consumer<String> progress;
  private int victims;

  /** Not begun yet; all processes run in {@code space}, if there is one. */
  public GroupTrial(
      Library library,
      Pace pace,
      Optional<NetworkSpace> space,
      Path folder,
      Consumer<String> progress) {
    this.library = library;
    this.pace = pace;
    this.space = space;
    this.folder = folder;
    this.progress = progress;
  }

  /**
   * Measures.
   *
   * @param idleSeconds how long to watch the idle group
   * @param crashes how many members to kill, one after another; a newcomer takes the place of each
   */
  public TrialFigures run(int idleSeconds, int crashes) throws InterruptedException {
    say("forming a group of %d".formatted(MEMBERS));
    try (HostProcess crowd = host("crowd", MEMBERS - 1, Optional.empty())) {
      crowd.awaitStarted(LONGEST_FORMING_MILLIS);
      HostProcess victim = newcomer(crowd);
      try {
        TimeUnit.MILLISECONDS.sleep(SETTLING_MILLIS);
        long lossesBefore = crowd.number("losses");
        double idle = idleBytesPerSecond(crowd, idleSeconds);
        long lossesIdle = crowd.number("losses");
        List<Double> crashMillis = new ArrayList<>();
        for (int i = 0; i < crashes; i++) {
          crashMillis.add(crash(crowd, victim));
          victim = newcomer(crowd);
          TimeUnit.MILLISECONDS.sleep(SETTLING_MILLIS);
        }
        long flaps = flapsWhilePaused(crowd, victim);
        double silence = silence(crowd, victim);
        return new TrialFigures(idle, crashMillis, silence, flaps, lossesIdle - lossesBefore);
      } finally {
        victim.kill();
      }
    }
  }

  private HostProcess host(String name, int members, Optional<String> contact) {
    return HostProcess.start(space, library, pace, folder.resolve(name), members, contact);
  }

  private HostProcess newcomer(HostProcess crowd) throws InterruptedException {
    String contact = crowd.ask("contact", LONGEST_FORMING_MILLIS);
    HostProcess newcomer = host("victim-" + ++victims, 1, Optional.of(contact));
    newcomer.awaitStarted(LONGEST_FORMING_MILLIS);
    require(crowd.await("settle " + MEMBERS, LONGEST_FORMING_MILLIS), "never became complete");
    return newcomer;
  }

  private double idleBytesPerSecond(HostProcess crowd, int seconds) throws InterruptedException {
    say("watching it idle for %d s".formatted(seconds));
    long before = crowd.number("bytes");
    long started = System.nanoTime();
    TimeUnit.SECONDS.sleep(seconds);
    long after = crowd.number("bytes");
    double elapsed = (System.nanoTime() - started) / 1e9;
    return (after - before) / elapsed / MEMBERS;
  }

  /** A member stands still for half of the time that makes it dead. */
  private long flapsWhilePaused(HostProcess crowd, HostProcess victim) throws InterruptedException {
    long before = crowd.number("losses") + victim.number("losses");
    long millis = pace.timeoutMillis() / 2;
    say("a member stands still for %d ms".formatted(millis));
    victim.stop();
    TimeUnit.MILLISECONDS.sleep(millis);
    victim.resume();
    TimeUnit.MILLISECONDS.sleep(SETTLING_MILLIS);
    long flaps = crowd.number("losses") + victim.number("losses") - before;
    require(crowd.await("settle " + MEMBERS, LONGEST_FORMING_MILLIS), "did not recover");
    return flaps;
  }

  private double crash(HostProcess crowd, HostProcess victim) throws InterruptedException {
    long started = System.nanoTime();
    victim.kill();
    return untilDropped(crowd, started, "killed");
  }

  private double silence(HostProcess crowd, HostProcess victim) throws InterruptedException {
    say("a member falls silent");
    long started = System.nanoTime();
    victim.stop();
    return untilDropped(crowd, started, "stopped");
  }

  private double untilDropped(HostProcess crowd, long started, String what)
      throws InterruptedException {
    boolean dropped = crowd.await("see " + (MEMBERS - 1), LONGEST_DETECTION_MILLIS);
    double millis = (System.nanoTime() - started) / 1e6;
    require(dropped, "never dropped the member that was " + what);
    say("the member that was %s was dropped by all after %.0f ms".formatted(what, millis));
    return millis;
  }

  private void say(String what) {
    progress.accept(library.title() + ": " + what);
  }

  private void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalStateException(library.title() + "'s group " + otherwise);
    }
  }
}
