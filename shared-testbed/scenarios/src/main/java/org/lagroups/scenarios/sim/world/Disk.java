package org.lagroups.scenarios.sim.world;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lagroups.core.group.GroupStore;
import org.lagroups.core.group.StoredGroup;
import org.lagroups.core.monitor.Acquaintances;
import org.lagroups.core.monitor.AttestorStore;
import org.lagroups.machine.GroupId;

/** What a simulated node keeps when it is killed. Every write is durable at once. */
final class Disk implements GroupStore, AttestorStore {

  private final Map<GroupId, StoredGroup> groups = new TreeMap<>();
  private final Map<GroupId, Acquaintances> acquaintances = new TreeMap<>();
  private long numbersForgotten;

  @Override
  public List<StoredGroup> load() {
    return List.copyOf(groups.values());
  }

  @Override
  public void save(StoredGroup group, Runnable whenDurable) {
    groups.put(group.group(), group);
    whenDurable.run();
  }

  @Override
  public Acquaintances load(GroupId group) {
    return acquaintances.getOrDefault(group, Acquaintances.NONE);
  }

  @Override
  public void save(GroupId group, Acquaintances known) {
    acquaintances.put(group, known);
  }

  @Override
  public void forget(GroupId group, long usedUpTo) {
    groups.remove(group);
    numbersForgotten = Math.max(numbersForgotten, usedUpTo);
  }

  @Override
  public long numbersForgotten() {
    return numbersForgotten;
  }

  @Override
  public void forget(GroupId group) {
    acquaintances.remove(group);
  }
}
