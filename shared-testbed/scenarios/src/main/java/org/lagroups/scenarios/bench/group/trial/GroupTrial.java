package org.lagroups.scenarios.bench.group.trial;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.lagroups.scenarios.bench.group.host.Library;
import org.lagroups.scenarios.bench.group.host.Pace;
import org.lagroups.scenarios.netlab.NetworkSpace;
import org.lagroups.scenarios.process.ObedientProcess;

/**
 * One group of 20 of one library: 19 members in one process, the one that will die in another. What
 * it sends while idle, what happens when a member stands still for a while, and how long it takes
 * until all know that it is dead or silent.
 */
public final class GroupTrial implements Trial {

  /** The size of the group. */
  public static final int MEMBERS = 20;

  private static final String LOOPBACK = "127.0.0.1";
  private static final long LONGEST_FORMING_MILLIS = 180_000;
  private static final long LONGEST_DETECTION_MILLIS = 120_000;
  private static final long SETTLING_MILLIS = 5_000;

  /** What a pause has made others believe may spread only now. */
  private static final long AFTER_PAUSE_MILLIS = 10_000;

  private final Library library;
  private final Pace pace;
  private final Optional<NetworkSpace> space;
  private final Path folder;
  private final Consumer<String> progress;
  private final ObedientProcess crowd;
  private ObedientProcess victim;
  private int victims;

  private GroupTrial(
      Library library,
      Pace pace,
      Optional<NetworkSpace> space,
      Path folder,
      Consumer<String> progress)
      throws InterruptedException {
    this.library = library;
    this.pace = pace;
    this.space = space;
    this.folder = folder;
    this.progress = progress;
    this.crowd = host("crowd", MEMBERS - 1, Optional.empty());
    try {
      crowd.awaitStarted(LONGEST_FORMING_MILLIS);
      this.victim = newcomer();
    } catch (RuntimeException | InterruptedException e) {
      crowd.close();
      throw e;
    }
  }

  /** Forms a group, in a network namespace of its own if that is possible. */
  public static GroupTrial form(Library library, Pace pace, Path folder, Consumer<String> progress)
      throws InterruptedException {
    progress.accept("%s: forming a group of %d".formatted(library.title(), MEMBERS));
    Optional<NetworkSpace> space =
        NetworkSpace.makeIfPossible(library.name().toLowerCase(Locale.ROOT));
    try {
      return new GroupTrial(library, pace, space, folder, progress);
    } catch (RuntimeException | InterruptedException e) {
      space.ifPresent(NetworkSpace::close);
      throw e;
    }
  }

  /** Lets a group that has just changed come to rest. */
  public static void settle() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(SETTLING_MILLIS);
  }

  /** Whether nothing else sends on the loopback interface that is watched. */
  public boolean isApart() {
    return space.isPresent();
  }

  /** Watches the group while nothing happens. */
  public IdleFigures idle(int seconds) throws InterruptedException {
    say("watching it idle for %d s".formatted(seconds));
    long flapsBefore = crowd.number("drops");
    long before = crowd.number("bytes");
    long started = System.nanoTime();
    TimeUnit.SECONDS.sleep(seconds);
    long after = crowd.number("bytes");
    double elapsed = (System.nanoTime() - started) / 1e9;
    return new IdleFigures(
        (after - before) / elapsed / MEMBERS, crowd.number("drops") - flapsBefore);
  }

  /** Kills a member; the milliseconds until all others have dropped it. */
  public double crash() throws InterruptedException {
    long started = System.nanoTime();
    victim.kill();
    return untilDropped(started, "killed");
  }

  /** A newcomer takes the place of the member that was killed. */
  public void refill() throws InterruptedException {
    victim = newcomer();
  }

  /**
   * How many members are dropped while one stands still for half of the time that makes it dead.
   */
  public long flapsWhilePaused() throws InterruptedException {
    long before = crowd.number("drops") + victim.number("drops");
    long millis = pace.timeoutMillis() / 2;
    say("a member stands still for %d ms".formatted(millis));
    victim.stop();
    TimeUnit.MILLISECONDS.sleep(millis);
    victim.resume();
    TimeUnit.MILLISECONDS.sleep(AFTER_PAUSE_MILLIS);
    long flaps = crowd.number("drops") + victim.number("drops") - before;
    require(crowd.await("settle " + MEMBERS, LONGEST_FORMING_MILLIS), "did not recover");
    return flaps;
  }

  /** Stops a member for good; the milliseconds until all others have dropped it. */
  public double silence() throws InterruptedException {
    say("a member falls silent");
    long started = System.nanoTime();
    victim.stop();
    return untilDropped(started, "stopped");
  }

  @Override
  public void close() {
    victim.kill();
    crowd.close();
    space.ifPresent(NetworkSpace::close);
  }

  private ObedientProcess host(String name, int members, Optional<String> contact) {
    return new HostRun(library, pace, folder.resolve(name), LOOPBACK, members, contact)
        .start(command -> space.map(one -> one.inside(command)).orElse(command));
  }

  private ObedientProcess newcomer() throws InterruptedException {
    String contact = crowd.ask("contact", LONGEST_FORMING_MILLIS);
    ObedientProcess newcomer = host("victim-" + ++victims, 1, Optional.of(contact));
    try {
      newcomer.awaitStarted(LONGEST_FORMING_MILLIS);
      require(crowd.await("settle " + MEMBERS, LONGEST_FORMING_MILLIS), "never became complete");
      return newcomer;
    } catch (RuntimeException | InterruptedException e) {
      newcomer.kill();
      throw e;
    }
  }

  private double untilDropped(long started, String what) throws InterruptedException {
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
