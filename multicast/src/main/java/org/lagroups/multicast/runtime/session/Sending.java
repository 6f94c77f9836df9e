package org.lagroups.multicast.runtime.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.api.CastView;
import org.lagroups.multicast.protocol.SendRequest;
import org.lagroups.multicast.protocol.SentListener;
import org.lagroups.multicast.protocol.SentStream;
import org.lagroups.multicast.relay.ChunkStore;
import org.lagroups.multicast.runtime.end.InputAddress;
import org.lagroups.multicast.runtime.end.StreamProblem;
import org.lagroups.multicast.runtime.input.InputEvent;
import org.lagroups.multicast.runtime.input.StreamInput;
import org.lagroups.multicast.runtime.store.FileChunks;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.stream.StreamLink;
import org.lagroups.multicast.stream.StreamMode;
import org.lagroups.multicast.stream.chunk.BatchSigner;
import org.lagroups.multicast.stream.chunk.ChunkCutter;
import org.lagroups.multicast.stream.chunk.ChunkProof;

/** An input that goes out as a stream. */
final class Sending implements CastSession, SentListener {

  /** What has waited so long in a live stream goes, even if its chunk is not full. */
  private static final long FLUSH_MILLIS = 40;

  /** While more wait to be sent, nothing more is read of a pipe, which can be held back. */
  private static final int MAX_WAITING = 128;

  private final CastNode node;
  private final State state = new State(Phase.OPENING);
  private final Deque<Bytes> cut = new ArrayDeque<>();
  private @Nullable Opened opened;
  private int asked;
  private boolean isEnded;
  private boolean isClosed;
  private long takenBytes;

  /** All that is there once the stream has begun. */
  private record Opened(
      StreamInput input,
      InputAddress address,
      ChunkStore store,
      SentStream stream,
      ChunkCutter cutter,
      StreamMode mode) {}

  Sending(CastNode node) {
    this.node = node;
  }

  /**
   * Begins.
   *
   * @throws IllegalStateException if there are too many streams
   */
  void begin(StreamInput input, InputAddress address, SendRequest request, ChunkStore store) {
    SentStream stream = node.machine().send(request, store, this);
    if (store instanceof FileChunks file) {
      file.begin(stream.header());
    }
    ChunkCutter cutter = new ChunkCutter(stream.header().header());
    opened = new Opened(input, address, store, stream, cutter, request.mode());
    state.enter(Phase.RUNNING);
    state.heard();
    if (state.phase() == Phase.FAILED) {
      node.machine().close(id());
      return;
    }
    if (request.mode() == StreamMode.LIVE) {
      flushSoon();
    }
    pump();
  }

  /** What the input tells, from when it is open. */
  void onInput(InputEvent event) {
    switch (event) {
      case InputEvent.Piece piece -> take(piece.bytes());
      case InputEvent.Silent _ -> {} // shown by the time since something came
      case InputEvent.Foreign foreign -> state.notice(foreign.problem().message());
      case InputEvent.Ended _ -> end();
      case InputEvent.Failed failed -> fail(failed.problem());
    }
  }

  @Override
  public void hasRoom() {
    pump();
  }

  @Override
  public StreamId id() {
    return opened().stream().header().id();
  }

  @Override
  public CastView view() {
    Opened now = opened();
    SentStream stream = now.stream();
    if (state.phase() == Phase.FINISHING && stream.isDelivered()) {
      state.enter(Phase.DONE);
    }
    StreamProblem problem = state.problem();
    OptionalLong length = stream.header().header().lengthBytes();
    return new CastView(
        id().toString(),
        CastView.SENDS,
        now.mode() == StreamMode.LIVE ? "live" : "file",
        stream.header().header().title(),
        state.phase().word(),
        node.contact().node(),
        new StreamLink(id(), node.contact(), Optional.empty()).text(),
        length.isPresent() ? (Long) length.getAsLong() : null,
        takenBytes,
        List.copyOf(stream.members()),
        List.of(now.address().toString()),
        Numbers.mbps(stream.distributor().boundBytesPerSecond()),
        Numbers.trees(node.contact().node(), stream.distributor()),
        state.silentMillis(),
        Numbers.counters(stream.statistics()),
        state.notices(),
        problem == null ? null : problem.message(),
        problem == null ? null : problem.hint());
  }

  @Override
  public void close() {
    Opened now = opened;
    if (now != null && !isClosed) {
      isClosed = true;
      now.input().close();
      node.machine().close(id());
      if (now.store() instanceof FileChunks file) {
        file.close();
      }
    }
  }

  private Opened opened() {
    return Objects.requireNonNull(opened);
  }

  private void take(Bytes piece) {
    asked--;
    takenBytes += piece.length();
    state.heard();
    cut.addAll(opened().cutter().add(piece.toArray(), 0, piece.length()));
    pump();
    ask();
  }

  private void end() {
    isEnded = true;
    if (opened != null) {
      pump();
    }
  }

  /** Receivers get nothing more; whoever asks gets to know why. */
  private void fail(StreamProblem why) {
    state.fail(why);
    if (opened != null) {
      node.machine().close(id());
    }
  }

  private void ask() {
    if (opened != null && !isEnded && asked == 0 && wantsMore(opened)) {
      asked++;
      opened.input().request(1);
    }
  }

  private boolean wantsMore(Opened now) {
    if (now.mode() == StreamMode.FILE) {
      return cut.size() <= BatchSigner.FILE_BATCH;
    }
    boolean isHeldBack = !(now.address() instanceof InputAddress.Udp);
    return !isHeldBack
        || now.stream().members().isEmpty()
        || now.stream().distributor().waitingChunks() < MAX_WAITING;
  }

  private void pump() {
    Opened now = opened;
    if (now == null || isClosed || state.phase() != Phase.RUNNING) {
      return;
    }
    if (isEnded) {
      Bytes rest = now.cutter().finish();
      if (!rest.isEmpty()) {
        cut.add(rest);
      }
    }
    int batch = now.mode() == StreamMode.FILE ? BatchSigner.FILE_BATCH : ChunkProof.MAX_BATCH;
    // The last chunk waits for the end of the input, so that the last batch is never empty.
    while (state.phase() == Phase.RUNNING && now.stream().hasRoom() && isReady(now, batch)) {
      offer(now, batch);
    }
    ask();
  }

  private boolean isReady(Opened now, int batch) {
    return isEnded || (now.mode() == StreamMode.LIVE ? !cut.isEmpty() : cut.size() > batch);
  }

  private void offer(Opened now, int batch) {
    List<Bytes> payloads = new ArrayList<>(batch);
    while (payloads.size() < batch && !cut.isEmpty()) {
      payloads.add(cut.remove());
    }
    boolean isLast = isEnded && cut.isEmpty();
    if (payloads.isEmpty()) {
      payloads.add(Bytes.EMPTY);
    }
    now.stream().offer(payloads, isLast);
    if (isLast) {
      state.enter(Phase.FINISHING);
    }
  }

  private void flushSoon() {
    node.loop()
        .schedule(
            FLUSH_MILLIS,
            () -> {
              Opened now = opened();
              if (!isClosed && state.phase() == Phase.RUNNING) {
                Bytes waiting = now.cutter().flush();
                if (!waiting.isEmpty()) {
                  cut.add(waiting);
                }
                pump();
                flushSoon();
              }
            });
  }
}
