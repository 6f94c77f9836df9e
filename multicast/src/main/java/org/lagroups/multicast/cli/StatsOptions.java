package org.lagroups.multicast.cli;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lagroups.multicast.api.CastView;
import org.lagroups.multicast.runtime.stats.StatsFormat;
import org.lagroups.multicast.runtime.stats.StatsWriter;
import org.lagroups.multicast.stream.StreamId;
import picocli.CommandLine.Option;

/** Lines of statistics. */
final class StatsOptions {

  @Option(
      names = "--stats",
      paramLabel = "N",
      description = "A line of statistics every N chunks, with SRT's names, on standard error.")
  private @Nullable Long every;

  @Option(
      names = "--stats-format",
      paramLabel = "FORMAT",
      defaultValue = "json",
      description = "json or csv. Default: ${DEFAULT-VALUE}.")
  private StatsFormat format = StatsFormat.JSON;

  /** Whether N is one that makes sense. */
  boolean isPossible() {
    return every == null || every >= 1;
  }

  /** Of a stream that has begun; none if nobody asked for any. */
  Optional<StatsWriter> writer(CastView first, Consumer<String> lines) {
    return every == null
        ? Optional.empty()
        : Optional.of(
            new StatsWriter(
                format,
                every,
                StreamId.parse(first.stream()),
                first.counters(),
                InstantSource.system(),
                lines));
  }
}
