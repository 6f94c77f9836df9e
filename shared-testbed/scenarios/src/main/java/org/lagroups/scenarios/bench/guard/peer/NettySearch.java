package org.lagroups.scenarios.bench.guard.peer;

import io.netty.buffer.search.AbstractMultiSearchProcessorFactory;
import io.netty.buffer.search.MultiSearchProcessor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.lagroups.machine.Bytes;

/**
 * Netty's search for several byte strings: an automaton with a full table of 1 KB for each byte of
 * the literals. It says at each place whether one ends there, and names one of them.
 */
public final class NettySearch implements LiteralSearch {

  private final MultiSearchProcessor processor;

  public NettySearch(List<Bytes> literals) {
    processor =
        AbstractMultiSearchProcessorFactory.newAhoCorasicSearchProcessorFactory(
                literals.stream().map(Bytes::toArray).toArray(byte[][]::new))
            .newSearchProcessor();
  }

  @Override
  public boolean search(MemorySegment memory, long offset, int length) {
    boolean isFound = false;
    processor.reset();
    try {
      for (int i = 0; i < length; i++) {
        isFound |= !processor.process(memory.get(ValueLayout.JAVA_BYTE, offset + i));
      }
    } catch (Exception e) {
      throw new IllegalStateException("Netty's search failed", e);
    }
    return isFound;
  }
}
