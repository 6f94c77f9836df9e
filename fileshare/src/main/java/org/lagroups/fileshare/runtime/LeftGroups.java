package org.lagroups.fileshare.runtime;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.lagroups.fileshare.runtime.content.ContentReader;
import org.lagroups.fileshare.runtime.folder.FolderKeeper;
import org.lagroups.fileshare.runtime.store.IndexChanges;
import org.lagroups.fileshare.runtime.store.ShareStore;
import org.lagroups.machine.GroupId;
import org.lagroups.node.state.SqlWork;
import org.lagroups.node.state.tables.DurableWrites;

/**
 * Ends the sharing with groups that the node has left, so that joining one again publishes nothing.
 * On the event loop.
 */
final class LeftGroups {

  private final ShareStore store;
  private final DurableWrites writes;
  private final FolderKeeper keeper;
  private final ContentReader reader;

  LeftGroups(ShareStore store, DurableWrites writes, FolderKeeper keeper, ContentReader reader) {
    this.store = store;
    this.writes = writes;
    this.keeper = keeper;
    this.reader = reader;
  }

  private record Key(GroupId group) {}

  /**
   * The node has started: it may have left groups while it shared no files.
   *
   * @param shared the groups with which anything is shared
   * @param groups those to which the node belongs
   */
  void resume(Collection<GroupId> shared, Set<GroupId> groups) {
    shared.stream().filter(group -> !groups.contains(group)).forEach(this::left);
  }

  /** The node has left a group. What it shared there goes to disk together with that. */
  void left(GroupId group) {
    AtomicReference<@Nullable IndexChanges> withdrawn = new AtomicReference<>();
    SqlWork<IndexChanges> revocation = store.revocation(group);
    writes.put(
        new Key(group),
        connection -> {
          IndexChanges changes = revocation.run(connection);
          withdrawn.set(changes);
          return changes;
        });
    applyOnceDurable(withdrawn);
  }

  /** A failed attempt is repeated after a pause, and says so anew. */
  @SuppressWarnings("FutureReturnValueIgnored") // Both ways it may end are dealt with in it.
  private void applyOnceDurable(AtomicReference<@Nullable IndexChanges> withdrawn) {
    writes
        .durable()
        .whenComplete((done, failure) -> {
          IndexChanges changes = withdrawn.get();
          if (failure != null) {
            applyOnceDurable(withdrawn);
          } else if (changes != null) {
            keeper.apply(changes);
            reader.forgetAll();
          }
        });
  }
}
