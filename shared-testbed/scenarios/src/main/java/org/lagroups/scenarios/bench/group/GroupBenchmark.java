package org.lagroups.scenarios.bench.group;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.lagroups.scenarios.bench.report.Benchmark;
import org.lagroups.scenarios.bench.report.Measurement;

/**
 * What a group costs and how fast it sees a crash, beside two published libraries; and what ours
 * costs by its size.
 */
public final class GroupBenchmark implements Benchmark {

  private static final int CRASHES = 3;
  private static final int QUICK_SECONDS = 30;

  private final Path folder;
  private final Set<GroupPart> parts;
  private final int seconds;
  private final boolean quick;

  /**
   * Not begun yet.
   *
   * @param folder for the nodes' files
   * @param parts what to measure
   * @param seconds how long to watch each idle group of 20; others for half of it
   * @param quick whether small sizes, one crash and short watches will do
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
      measured.addAll(
          new CalmComparison(folder, parts, seconds, quick ? 1 : CRASHES).run(progress));
    }
    if (parts.contains(GroupPart.SIZE)) {
      measured.addAll(new GroupSizes(folder, seconds, quick).run(progress));
    }
    return measured;
  }
}
