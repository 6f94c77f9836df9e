package org.lagroups.core.testing;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import org.lagroups.core.robust.AgreementStore;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;

/** A disk for agreements. It writes at once, or, while writes are held, when the test says so. */
public final class MemoryAgreementStore implements AgreementStore {

  private final TreeMap<GroupId, Bytes> durable = new TreeMap<>();
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean holding;

  @Override
  public Optional<Bytes> load(GroupId group) {
    return Optional.ofNullable(durable.get(group));
  }

  @Override
  public void save(GroupId group, Bytes state, Runnable whenDurable) {
    write(() -> {
      durable.put(group, state);
      whenDurable.run();
    });
  }

  @Override
  public void forget(GroupId group) {
    write(() -> durable.remove(group));
  }

  /** From now on nothing becomes durable. */
  public void holdWrites() {
    holding = true;
  }

  /** Everything that waits becomes durable, and what is written from now on is so at once. */
  public void releaseWrites() {
    holding = false;
    for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
      next.run();
    }
  }

  /** A power cut: what is not durable is lost. */
  public void crash() {
    waiting.clear();
  }

  /** A new, empty disk. */
  public void clear() {
    crash();
    durable.clear();
  }

  private void write(Runnable write) {
    if (holding) {
      waiting.add(write);
    } else {
      write.run();
    }
  }
}
