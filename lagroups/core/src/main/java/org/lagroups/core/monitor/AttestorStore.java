package org.lagroups.core.monitor;

import org.lagroups.machine.GroupId;

/** Where an {@link Attestor} keeps what has to survive a restart. */
public interface AttestorStore {

  /** What was saved last for a group; {@link Acquaintances#NONE} if nothing was. */
  Acquaintances load(GroupId group);

  /** Replaces what is kept for a group. Writes may happen later, but in order. */
  void save(GroupId group, Acquaintances acquaintances);

  /** Forgets a group. */
  void forget(GroupId group);
}
