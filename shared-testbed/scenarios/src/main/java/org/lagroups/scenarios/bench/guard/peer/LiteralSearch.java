package org.lagroups.scenarios.bench.guard.peer;

import java.lang.foreign.MemorySegment;

/** Looks for the same literals in one payload after another. Used by one thread. */
public interface LiteralSearch extends AutoCloseable {

  /** Goes through all of a payload; whether it holds a literal. */
  boolean search(MemorySegment memory, long offset, int length);

  @Override
  default void close() {}
}
