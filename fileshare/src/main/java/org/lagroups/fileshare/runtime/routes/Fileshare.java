package org.lagroups.fileshare.runtime.routes;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.lagroups.fileshare.peer.Peers;
import org.lagroups.fileshare.protocol.FileshareMachine;
import org.lagroups.fileshare.runtime.content.ContentReader;
import org.lagroups.fileshare.runtime.folder.FolderKeeper;
import org.lagroups.fileshare.runtime.store.DecisionStore;
import org.lagroups.fileshare.runtime.store.ShareStore;
import org.lagroups.node.runtime.NodeLoop;

/**
 * File sharing on a running node, for the control API.
 *
 * @param loop where {@code machine} and {@code peers} are used
 * @param signal raised whenever a search, a download or a folder has changed
 * @param verifyPaths over how many paths is verified unless a person says otherwise
 * @param privateFolder the module's own folder, never to be shared
 */
public record Fileshare(
    NodeLoop loop,
    FileshareMachine machine,
    Peers peers,
    ShareStore store,
    DecisionStore decisions,
    FolderKeeper keeper,
    ContentReader reader,
    ChangeSignal signal,
    int verifyPaths,
    Path privateFolder) {

  /**
   * Changes something on the loop, and waits until that and what follows from it is on disk.
   *
   * @throws java.util.concurrent.CompletionException if it is not; it is tried again all the same
   */
  <T> T change(Supplier<T> change) {
    record Changed<T>(T result, CompletableFuture<Void> durable) {}
    Changed<T> changed = loop.call(() -> new Changed<>(change.get(), decisions.durable()));
    changed.durable.join();
    return changed.result;
  }
}
