package org.lagroups.wormguard.flow.stream;

import java.lang.foreign.MemorySegment;
import org.lagroups.wormguard.flow.Direction;

/** Is told the bytes of streams; it may ask the flow table about the flow, not change it. */
public interface StreamListener {

  /**
   * Whether bytes are known to be those that were told at a place. Not to know is to say no: then
   * they are nobody's, and are to be looked at by themselves.
   *
   * @param place where in the stream; all of the bytes are at places that were told or given up
   */
  boolean isTold(
      int flow, Direction way, MemorySegment memory, long offset, int length, long place);

  /**
   * The payload of the packet that is taken comes in its stream as it is, now, earlier or later.
   * Comes before its bytes are told.
   */
  void streamed();

  /**
   * The next bytes of a stream.
   *
   * @param flow the slot of its flow
   * @param memory where they lie, only during this call
   * @param offset at what place in memory
   * @param length how many: at least 1
   * @param streamOffset how many came before in the stream, with those of gaps
   */
  void data(
      int flow, Direction way, MemorySegment memory, long offset, int length, long streamOffset);

  /** A stream begins anew, at place 0: what was told of it was not taken by its receiver. */
  void restarted(int flow, Direction way);

  /** The next bytes of a stream are missing, and will not be told. */
  void gap(int flow, Direction way, int length, long streamOffset);
}
