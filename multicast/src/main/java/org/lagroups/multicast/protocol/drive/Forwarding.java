package org.lagroups.multicast.protocol.drive;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.lagroups.multicast.relay.ChunkStore;
import org.lagroups.multicast.relay.child.Member;
import org.lagroups.multicast.relay.held.SequenceSet;
import org.lagroups.multicast.relay.parent.Distributor;
import org.lagroups.multicast.stream.chunk.SealedChunk;

/**
 * Gives what a node receives to the group of its children. What came before it had any is not sent
 * to them: they ask for it. When they do not keep up, it is read from the store again later, so
 * that nothing piles up here.
 */
public final class Forwarding {

  /** Chunks that are being read, or were read and find no room. */
  private static final int MAX_READ = 32;

  private final ChunkStore store;
  private final Distributor distributor;
  private final Deque<SealedChunk> read = new ArrayDeque<>();
  private @Nullable SequenceSet given;
  private int reading;

  public Forwarding(ChunkStore store, Distributor distributor) {
    this.store = store;
    this.distributor = distributor;
  }

  /** There is a first child, and it is known where the stream begins. */
  public void begin(Member member) {
    if (given != null) {
      return;
    }
    given = new SequenceSet(member.below());
    distributor.startAt(member.below());
    work(member);
  }

  /** The last child is gone. */
  public void end() {
    given = null;
    read.clear();
  }

  /** A chunk has come, and is in the store. */
  public void came(SealedChunk chunk, Member member) {
    SequenceSet all = given;
    long sequence = chunk.chunk().sequence();
    if (all != null
        && distributor.hasRoom()
        && all.reaches(sequence)
        && !all.has(sequence)
        && read.size() + reading == 0) {
      all.add(sequence);
      distributor.offer(chunk);
    }
  }

  /** Reads and gives what there is room for. */
  public void work(Member member) {
    give();
    SequenceSet all = given;
    if (all == null) {
      return;
    }
    all.addBelow(Math.min(store.lowest(), member.below()));
    long next = all.nextMissing(all.below());
    while (next < member.end() && all.reaches(next) && reading + read.size() < MAX_READ) {
      if (member.has(next)) {
        all.add(next);
        reading++;
        store.fetch(next, this::readOne);
        give();
      }
      next = all.nextMissing(next + 1);
    }
  }

  private void readOne(SealedChunk chunk) {
    reading--;
    read.add(chunk);
    give();
  }

  private void give() {
    while (!read.isEmpty() && distributor.hasRoom()) {
      distributor.offer(read.remove());
    }
  }
}
