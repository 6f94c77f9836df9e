package org.lagroups.fileshare.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.lagroups.fileshare.peer.MeasuredPeers;
import org.lagroups.fileshare.peer.Peers;
import org.lagroups.fileshare.peer.RoutedPeers;
import org.lagroups.fileshare.protocol.FileshareMachine;
import org.lagroups.fileshare.protocol.Ports;
import org.lagroups.fileshare.runtime.content.ContentReader;
import org.lagroups.fileshare.runtime.content.LocalFiles;
import org.lagroups.fileshare.runtime.folder.FolderKeeper;
import org.lagroups.fileshare.runtime.folder.FolderReport;
import org.lagroups.fileshare.runtime.index.FileIndex;
import org.lagroups.fileshare.runtime.part.DiskPartFiles;
import org.lagroups.fileshare.runtime.routes.ChangeSignal;
import org.lagroups.fileshare.runtime.routes.Fileshare;
import org.lagroups.fileshare.runtime.routes.ShareRoutes;
import org.lagroups.fileshare.runtime.store.DecisionStore;
import org.lagroups.fileshare.runtime.store.ShareSchema;
import org.lagroups.fileshare.runtime.store.ShareStore;
import org.lagroups.fileshare.transfer.Downloads;
import org.lagroups.fileshare.verdict.KeptVerdict;
import org.lagroups.fileshare.verdict.VerdictBook;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.node.runtime.ModuleHost;
import org.lagroups.node.runtime.NodeServices;
import org.lagroups.node.runtime.OpenModule;
import org.lagroups.node.state.StateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** File sharing, opened for one node. */
final class OpenFileshare implements OpenModule {

  private static final Logger LOG = LoggerFactory.getLogger(OpenFileshare.class);

  private final ModuleHost host;
  private final ShareStore store;
  private final DecisionStore decisions;
  private final FileIndex index;
  private final ContentReader reader;
  private final LocalFiles files;
  private final DiskPartFiles parts;
  private final FolderKeeper keeper;
  private final ChangeSignal signal = new ChangeSignal();
  private final List<KeptVerdict> verdicts;
  private final List<Downloads.Kept> downloads;
  private final List<GroupId> sharedWith;
  private final LeftGroups leftGroups;
  private @Nullable Fileshare running;

  private OpenFileshare(ModuleHost host, FileIndex index) {
    this.host = host;
    this.index = index;
    this.store = new ShareStore(host.store(), host.identity(), System::currentTimeMillis);
    this.decisions = new DecisionStore(host.store(), host.writes());
    this.verdicts = decisions.verdicts().join();
    this.downloads = decisions.downloads().join();
    this.sharedWith = store.groups().join();
    this.keeper = new FolderKeeper(store, index, this::onFolder);
    this.reader = new ContentReader(store, keeper::rescan);
    this.files = new LocalFiles(store, index, reader, host.loop());
    this.parts = new DiskPartFiles(host.loop());
    this.leftGroups = new LeftGroups(store, host.writes(), keeper, reader);
  }

  /** Tells clients that a folder's files are known a little better. */
  public record FolderProgress(long folder, FolderReport report) {}

  /** Tells clients that searches or downloads have changed. */
  public record Progress(long lastSearch, int downloads) {}

  static OpenFileshare open(ModuleHost host) {
    Path folder = host.dataFolder().resolve("index");
    try {
      FileIndex index = FileIndex.open(folder);
      try {
        return new OpenFileshare(host, index);
      } catch (CompletionException e) {
        index.close();
        throw e.getCause() instanceof StateException state ? state : e;
      }
    } catch (IOException e) {
      throw new StateException(
          StateException.Kind.IO,
          "cannot open the index of shared files: " + e.getMessage(),
          "may this user write in " + folder + ", and is there room? It may be deleted",
          e);
    }
  }

  @Override
  public void start(NodeServices services) {
    Peers peers =
        new MeasuredPeers(
            new RoutedPeers(
                host.identity().nodeId(),
                services.groups(),
                group -> services.belonging().isFor(ShareSchema.MODULE, group),
                services.router()),
            services.demands());
    AttestorStanding standing = new AttestorStanding(services.attestor());
    Ports ports = new Ports(files, parts, decisions, decisions, standing, verdicts, downloads);
    FileshareMachine machine =
        services.host(
            RoutedPeers.SERVICE,
            environment -> new FileshareMachine(environment, peers, ports, this::onChange));
    services.router().serve(RoutedPeers.SERVICE, machine.handler());
    machine.verdicts().resume(services.groups().groups());
    leftGroups.resume(sharedWith, services.groups().groups());
    running =
        new Fileshare(
            host.loop(),
            machine,
            peers,
            store,
            decisions,
            keeper,
            reader,
            signal,
            host.config().verifyPaths(),
            host.dataFolder());
    new ShareMeters(host.metrics(), host.loop(), machine).register(index, keeper);
    keeper.start();
  }

  @Override
  public List<ApiRoute> routes() {
    return ShareRoutes.of(Objects.requireNonNull(running));
  }

  @Override
  public List<String> warnings() {
    return keeper.warning().stream().toList();
  }

  @Override
  public void joined(GroupId group) {
    verdictBook().joined(group);
  }

  @Override
  public void left(GroupId group) {
    verdictBook().left(group);
    leftGroups.left(group);
  }

  @Override
  public void judged(GroupId group, NodeId node) {
    verdictBook().judged(group, node);
  }

  @Override
  public void stop() {
    if (running != null) {
      running.machine().stop();
    }
    signal.raise();
  }

  @Override
  public void close() {
    files.close();
    parts.close();
    keeper.close();
    try {
      index.close();
    } catch (IOException e) {
      LOG.atWarn().setCause(e).log("cannot close the index of shared files");
    }
  }

  private VerdictBook verdictBook() {
    return Objects.requireNonNull(running).machine().verdicts();
  }

  /** On the loop. */
  private void onChange() {
    signal.raise();
    Fileshare now = running;
    if (now != null) {
      long search = now.machine().searches().last().map(one -> one.id()).orElse(0L);
      int active =
          (int)
              now.machine().downloads().all().stream()
                  .filter(one -> one.phase().isActive())
                  .count();
      host.events().publish("share.progress", new Progress(search, active));
    }
  }

  /** On the keeper's thread. */
  private void onFolder(long folder, FolderReport report) {
    signal.raise();
    host.events().publish("share.folder", new FolderProgress(folder, report));
  }
}
