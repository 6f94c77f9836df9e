package org.lagroups.core.robust;

import java.util.Optional;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;

/**
 * Where a node's part in agreements survives a restart: a port, with a database behind it. As a
 * {@link org.lagroups.core.group.GroupStore}, it writes elsewhere, in the order of the calls, and
 * never fails for good.
 *
 * <p>What it gives back has to be the last that was durable. A node whose storage was restored from
 * an older copy has to give nothing instead: from an older state it could vote twice.
 *
 * <p>Called on the thread of the node's machines, and calls back on it.
 */
public interface AgreementStore {

  /** What was saved last and not forgotten. */
  Optional<Bytes> load(GroupId group);

  /**
   * Replaces what is stored of the group, at most a few hundred KiB.
   *
   * @param whenDurable called when this and every earlier write would survive a power cut; possibly
   *     before this call returns, possibly never if a later write takes its place
   */
  void save(GroupId group, Bytes state, Runnable whenDurable);

  /** Forgets the group. */
  void forget(GroupId group);
}
