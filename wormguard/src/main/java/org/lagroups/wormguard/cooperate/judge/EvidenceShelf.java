package org.lagroups.wormguard.cooperate.judge;

import java.util.Optional;
import java.util.function.Consumer;
import org.lagroups.machine.Bytes;
import org.lagroups.wormguard.cooperate.record.EvidenceRef;

/**
 * Where evidence is kept, by its digest, so that it can be given to others. Used on the thread of
 * the machines; the disk is elsewhere.
 */
public interface EvidenceShelf {

  /**
   * Keeps evidence.
   *
   * @param done called once, with whether it is on disk, and never from within this call
   */
  void put(EvidenceRef ref, Bytes evidence, Consumer<Boolean> done);

  /**
   * Reads it.
   *
   * @param done called once, with nothing if it is not there or has been damaged; never from within
   *     this call
   */
  void read(EvidenceRef ref, Consumer<Optional<Bytes>> done);

  /** No signature has it any more. */
  void remove(EvidenceRef ref);
}
