package org.lagroups.fileshare.runtime;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;
import org.lagroups.fileshare.protocol.FileshareMachine;
import org.lagroups.fileshare.runtime.folder.FolderKeeper;
import org.lagroups.fileshare.runtime.index.FileIndex;
import org.lagroups.fileshare.serve.ServeCounters;
import org.lagroups.node.runtime.NodeLoop;
import org.lagroups.node.runtime.NodeStoppedException;

/** The application's counters as meters; asked for on the loop when they are shown. */
final class ShareMeters {

  private final MeterRegistry registry;
  private final NodeLoop loop;
  private final FileshareMachine machine;

  ShareMeters(MeterRegistry registry, NodeLoop loop, FileshareMachine machine) {
    this.registry = registry;
    this.loop = loop;
    this.machine = machine;
  }

  void register(FileIndex index, FolderKeeper keeper) {
    served("lagroups_share_searches_answered", ServeCounters::searches);
    served("lagroups_share_lookups_answered", ServeCounters::lookups);
    served("lagroups_share_content_answers", ServeCounters::contentAnswers);
    served("lagroups_share_content_sent_bytes", ServeCounters::contentBytes);
    served("lagroups_share_requests_malformed", ServeCounters::malformed);
    served("lagroups_share_requests_over_budget", ServeCounters::overBudget);
    Gauge.builder("lagroups_share_records", index, FileIndex::size).register(registry);
    FunctionCounter.builder("lagroups_share_index_failures", keeper, FolderKeeper::indexFailures)
        .register(registry);
    Gauge.builder("lagroups_share_downloads_active", this, ShareMeters::activeDownloads)
        .strongReference(true)
        .register(registry);
  }

  private void served(String name, ToDoubleFunction<ServeCounters> value) {
    // The registry holds counters' objects weakly; the machine lives as long as the node does.
    FunctionCounter.builder(
            name, machine, m -> onLoop(now -> value.applyAsDouble(now.server().counters())))
        .register(registry);
  }

  private double activeDownloads() {
    return onLoop(m -> m.downloads().all().stream().filter(one -> one.phase().isActive()).count());
  }

  private double onLoop(ToDoubleFunction<FileshareMachine> question) {
    try {
      return loop.call(() -> question.applyAsDouble(machine));
    } catch (NodeStoppedException e) {
      return Double.NaN;
    }
  }
}
