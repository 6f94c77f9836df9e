package org.lagroups.wormguard.cooperate.protocol;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.lagroups.machine.Bytes;
import org.lagroups.wormguard.cooperate.judge.EvidenceShelf;
import org.lagroups.wormguard.cooperate.record.EvidenceRef;

/** Evidence in memory, which answers a little later. */
final class MemoryShelf implements EvidenceShelf {

  private final BiConsumer<Long, Runnable> later;
  private final Map<Bytes, Bytes> kept = new HashMap<>();
  private UnaryOperator<Bytes> lie = bytes -> bytes;

  MemoryShelf(BiConsumer<Long, Runnable> later) {
    this.later = later;
  }

  /** Gives something else from now on. */
  void lie(UnaryOperator<Bytes> how) {
    lie = how;
  }

  int size() {
    return kept.size();
  }

  @Override
  public void put(EvidenceRef ref, Bytes evidence, Consumer<Boolean> done) {
    kept.put(ref.digest(), evidence);
    later.accept(1L, () -> done.accept(true));
  }

  @Override
  public void read(EvidenceRef ref, Consumer<Optional<Bytes>> done) {
    Optional<Bytes> found = Optional.ofNullable(kept.get(ref.digest())).map(lie);
    later.accept(1L, () -> done.accept(found));
  }

  @Override
  public void remove(EvidenceRef ref) {
    kept.remove(ref.digest());
  }
}
