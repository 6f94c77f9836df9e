package org.lagroups.node.transport.lane;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.lagroups.machine.Bytes;

/**
 * One end of a connection that is made up: what is written arrives at the other end in the order of
 * its lane when the test says so, until the connection is cut.
 */
final class FakePath implements Path {

  /** So many things wait in a lane before it is not writable. */
  private static final int ROOM = 4;

  /** Who reads what arrives. */
  interface Reader {

    /** The other end has taken the connection up. */
    void attached(FakePath path);

    void said(FakePath path, LaneMessage message);

    void message(FakePath path, Lane lane, Bytes message);
  }

  private sealed interface Item {
    record Attached() implements Item {}

    record Said(LaneMessage message) implements Item {}

    record Frames(Bytes bytes) implements Item {}
  }

  private final Map<Lane, Deque<Item>> arriving = new EnumMap<>(Lane.class);
  private final Map<Lane, FrameReader> readers = new EnumMap<>(Lane.class);
  private final Reader reader;
  private FakePath otherEnd = this;

  /** Nothing written arrives. */
  boolean isCut;

  private FakePath(Reader reader) {
    this.reader = reader;
    for (Lane lane : Lane.values()) {
      arriving.put(lane, new ArrayDeque<>());
      readers.put(lane, new FrameReader(new Sink(lane)));
    }
  }

  /** Both ends of a connection. */
  static List<FakePath> between(Reader one, Reader other) {
    FakePath here = new FakePath(one);
    FakePath there = new FakePath(other);
    here.otherEnd = there;
    there.otherEnd = here;
    return List.of(here, there);
  }

  FakePath otherEnd() {
    return otherEnd;
  }

  /** Tells the other end that this end has taken the connection up. */
  void attach() {
    put(Lane.ORDERED, new Item.Attached());
  }

  /** Breaks the connection; of what is under way, only the beginning of one thing arrives. */
  void cut(Random random) {
    List.of(this, otherEnd)
        .forEach(end -> {
          end.isCut = true;
          if (end.arriving(Lane.BULK).peek() instanceof Item.Frames(Bytes bytes)) {
            end.read(Lane.BULK, bytes, random.nextInt(bytes.length()));
          }
          end.arriving.values().forEach(Deque::clear);
        });
  }

  /** The lanes in which something is under way to this end. */
  List<Lane> lanesWithArrivals() {
    List<Lane> found = new ArrayList<>();
    arriving.forEach((lane, items) -> {
      if (!items.isEmpty()) {
        found.add(lane);
      }
    });
    return found;
  }

  /** Lets the next thing in a lane arrive at this end. */
  void arrive(Lane lane) {
    switch (arriving(lane).remove()) {
      case Item.Attached() -> reader.attached(this);
      case Item.Said(LaneMessage message) -> reader.said(this, message);
      case Item.Frames(Bytes bytes) -> read(lane, bytes, bytes.length());
    }
  }

  @Override
  public void say(LaneMessage message) {
    put(
        message instanceof LaneMessage.Begin begin ? begin.lane() : Lane.ORDERED,
        new Item.Said(message));
  }

  @Override
  public boolean isWritable(Lane lane) {
    return !isCut && otherEnd.arriving(lane).size() < ROOM;
  }

  @Override
  public void write(Lane lane, ByteBuf frames) {
    put(lane, new Item.Frames(Bytes.copyOf(ByteBufUtil.getBytes(frames))));
    frames.release();
  }

  @Override
  public void flush() {}

  private void put(Lane lane, Item item) {
    if (!isCut) {
      otherEnd.arriving(lane).add(item);
    }
  }

  private Deque<Item> arriving(Lane lane) {
    return arriving.getOrDefault(lane, new ArrayDeque<>());
  }

  private void read(Lane lane, Bytes bytes, int length) {
    FrameReader frames = readers.get(lane);
    if (frames != null) {
      frames.read(Unpooled.wrappedBuffer(bytes.slice(0, length).asReadOnlyBuffer()));
    }
  }

  private final class Sink implements FrameReader.Sink {
    private final Lane lane;

    Sink(Lane lane) {
      this.lane = lane;
    }

    @Override
    public boolean message(FrameKind kind, int protocol, Bytes message) {
      reader.message(FakePath.this, lane, message);
      return true;
    }

    @Override
    public void unreadable(String what) {
      throw new AssertionError(what);
    }
  }
}
