package org.lagroups.core.testing;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import org.lagroups.core.group.GroupStore;
import org.lagroups.core.group.StoredGroup;
import org.lagroups.machine.GroupId;

/** A disk for groups. It writes at once, or, while writes are held, when the test says so. */
public final class MemoryGroupStore implements GroupStore {

  private final TreeMap<GroupId, StoredGroup> durable = new TreeMap<>();
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean holding;
  private long numbersForgotten;

  @Override
  public List<StoredGroup> load() {
    return List.copyOf(durable.values());
  }

  @Override
  public void save(StoredGroup group, Runnable whenDurable) {
    write(() -> {
      durable.put(group.group(), group);
      whenDurable.run();
    });
  }

  @Override
  public void forget(GroupId group, long usedUpTo) {
    write(() -> {
      durable.remove(group);
      numbersForgotten = Math.max(numbersForgotten, usedUpTo);
    });
  }

  @Override
  public long numbersForgotten() {
    return numbersForgotten;
  }

  /** What would be there after a power cut. */
  public Optional<StoredGroup> stored(GroupId group) {
    return Optional.ofNullable(durable.get(group));
  }

  /** From now on nothing becomes durable. */
  public void holdWrites() {
    holding = true;
  }

  /** Everything becomes durable, and writes work again. */
  public void releaseWrites() {
    holding = false;
    for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
      next.run();
    }
  }

  /** A power cut: what is not durable is lost. */
  public void crash() {
    waiting.clear();
    holding = false;
  }

  /** A new, empty disk. */
  public void clear() {
    crash();
    durable.clear();
    numbersForgotten = 0;
  }

  private void write(Runnable write) {
    if (holding) {
      waiting.add(write);
    } else {
      write.run();
    }
  }
}
