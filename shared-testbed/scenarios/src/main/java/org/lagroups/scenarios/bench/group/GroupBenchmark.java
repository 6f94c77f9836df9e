package org.lagroups.scenarios.bench.group;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.scenarios.bench.group.host.Pace;
import org.lagroups.scenarios.bench.group.size.GroupSizes;
import org.lagroups.scenarios.bench.group.trial.GroupTrial;
import org.lagroups.scenarios.bench.report.Benchmark;
import org.lagroups.scenarios.bench.report.Measurement;
import org.lagroups.scenarios.netlab.Laboratory;

/**
 * What a group costs, how fast it sees a crash and how it bears the loss of packets, beside two
 * published libraries; and what ours costs by its size.
 */
public final class GroupBenchmark implements Benchmark {

  private static final int CRASHES = 3;
  private static final int LEAST_SECONDS = 20;
  private static final int QUICK_SECONDS = 20;

  /** Of a group with a troubled one. */
  private static final int MEMBERS = GroupTrial.MEMBERS;

  private static final int QUICK_MEMBERS = 10;

  /** How often a trouble comes that passes. */
  private static final int TROUBLES = 3;

  private static final int QUICK_TROUBLES = 1;

  private final Path folder;
  private final Set<GroupPart> parts;
  private final int seconds;
  private final boolean quick;

  /**
   * Not begun yet.
   *
   * @param folder for the nodes' files
   * @param parts what to measure
   * @param seconds how long to watch idle groups; those that are measured by size, for half of it
   * @param quick whether small sizes, one crash, short time-outs and short watches will do
   */
  public GroupBenchmark(Path folder, Set<GroupPart> parts, int seconds, boolean quick) {
    this.folder = folder;
    this.parts = Set.copyOf(parts);
    this.seconds = quick ? Math.min(seconds, QUICK_SECONDS) : seconds;
    this.quick = quick;
  }

  @Override
  public List<Measurement> run(Consumer<String> progress) throws InterruptedException {
    List<Measurement> measured = new ArrayList<>();
    if (parts.contains(GroupPart.CRASH) || parts.contains(GroupPart.IDLE)) {
      Pace pace = quick ? Pace.USUAL : Pace.SLOW;
      int crashes = quick ? 1 : CRASHES;
      measured.addAll(new CalmComparison(pace, folder, parts, seconds, crashes).run(progress));
    }
    measured.addAll(troubles(progress));
    if (parts.contains(GroupPart.SIZE)) {
      measured.addAll(
          new GroupSizes(folder, Math.max(LEAST_SECONDS, seconds / 2), quick).run(progress));
    }
    return measured;
  }

  private List<Measurement> troubles(Consumer<String> progress) throws InterruptedException {
    if (parts.stream().noneMatch(part -> part.trouble().isPresent())) {
      return List.of();
    }
    Optional<CommandFailedException> obstacle = Laboratory.obstacle();
    if (obstacle.isPresent()) {
      return leftOut(obstacle.get(), progress);
    }
    return new TroubleComparison(
            folder, parts, quick ? QUICK_MEMBERS : MEMBERS, quick ? QUICK_TROUBLES : TROUBLES)
        .run(progress);
  }

  private List<Measurement> leftOut(CommandFailedException obstacle, Consumer<String> progress) {
    String why = "the loss of packets cannot be measured here: " + obstacle.getMessage();
    if (parts.stream().allMatch(part -> part.trouble().isPresent())) {
      throw new CommandFailedException(why, obstacle.hint());
    }
    progress.accept("LEFT OUT: " + why + ": " + obstacle.hint());
    return List.of();
  }
}
