package org.lagroups.node.transport.lane;

import io.netty.buffer.ByteBuf;

/**
 * A connection as lanes see it: what is written in one lane arrives in order and without gaps until
 * the connection breaks. Messages about lanes, except {@link LaneMessage.Begin}, travel with the
 * ordered lane.
 */
public interface Path {

  /** Sends a message about lanes. */
  void say(LaneMessage message);

  /** Whether the connection takes more of a lane now. Bytes written regardless are taken too. */
  boolean isWritable(Lane lane);

  /** Sends frames, and releases them. */
  void write(Lane lane, ByteBuf frames);

  /** Lets what was written go out. */
  void flush();
}
