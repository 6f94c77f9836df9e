package org.lagroups.fileshare.runtime.routes;

import java.nio.file.Path;
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
    Path privateFolder) {}
