package org.lagroups.core.group;

import java.util.List;
import org.lagroups.machine.GroupId;

/**
 * Where a node's groups survive a restart: a port, with files or a database behind it.
 *
 * <p>{@link #load} is called once, before anything else. Writes happen elsewhere, in the order of
 * the calls, and never fail for good: a store that cannot write (a full disk) raises its own alarm
 * and tries again. Until then the group protocol goes on with what is durable.
 *
 * <p>Called on the thread of the node's machines, and calls back on it.
 */
public interface GroupStore {

  /** Everything saved and not forgotten, in any order. */
  List<StoredGroup> load();

  /**
   * Replaces what is stored of the group.
   *
   * @param whenDurable called once, when this and every earlier write would survive a power cut;
   *     possibly before this call returns, possibly never
   */
  void save(StoredGroup group, Runnable whenDurable);

  /**
   * Forgets the group, but for its numbers: this node may join it again, and must not use one twice
   * then.
   *
   * @param usedUpTo the last sequence number that this node has used in it, 0 if none
   */
  void forget(GroupId group, long usedUpTo);

  /**
   * The greatest number with which any group was forgotten, 0 if none was. Called once, after
   * {@link #load}.
   */
  long numbersForgotten();
}
