package org.lagroups.core.testing;

import java.util.Map;
import java.util.TreeMap;
import org.lagroups.core.monitor.Acquaintances;
import org.lagroups.core.monitor.AttestorStore;
import org.lagroups.machine.GroupId;

/** A store that outlives the attestor, in memory. */
public final class MemoryAttestorStore implements AttestorStore {

  private final Map<GroupId, Acquaintances> kept = new TreeMap<>();

  @Override
  public Acquaintances load(GroupId group) {
    return kept.getOrDefault(group, Acquaintances.NONE);
  }

  @Override
  public void save(GroupId group, Acquaintances acquaintances) {
    kept.put(group, acquaintances);
  }

  @Override
  public void forget(GroupId group) {
    kept.remove(group);
  }

  /** A new, empty disk. */
  public void clear() {
    kept.clear();
  }
}
