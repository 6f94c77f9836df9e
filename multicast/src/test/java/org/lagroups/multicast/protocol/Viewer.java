package org.lagroups.multicast.protocol;

import org.jspecify.annotations.Nullable;
import org.lagroups.multicast.protocol.entry.EntryFailure;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.stream.StreamLink;
import org.lagroups.multicast.stream.chunk.SealedChunk;

/** Somebody who receives a stream and keeps it. */
final class Viewer implements ReceivedListener {

  private static final long LATENCY_MILLIS = 1_000;

  private final KeptChunks store = new KeptChunks();
  private final ReceivedStream stream;
  private @Nullable SignedHeader header;
  private @Nullable EntryFailure failure;
  private boolean isCompleted;
  private long below;

  Viewer(CastMachine machine, StreamLink link) {
    stream = machine.receive(link, LATENCY_MILLIS, this);
  }

  KeptChunks store() {
    return store;
  }

  ReceivedStream stream() {
    return stream;
  }

  @Nullable SignedHeader header() {
    return header;
  }

  @Nullable EntryFailure failure() {
    return failure;
  }

  boolean isCompleted() {
    return isCompleted;
  }

  long below() {
    return below;
  }

  @Override
  public void found(SignedHeader found) {
    header = found;
    stream.begin(store, 0);
  }

  @Override
  public void taken(SealedChunk chunk) {}

  @Override
  public void advanced(long to) {
    below = to;
  }

  @Override
  public void completed() {
    isCompleted = true;
  }

  @Override
  public void failed(EntryFailure why) {
    failure = why;
  }
}
