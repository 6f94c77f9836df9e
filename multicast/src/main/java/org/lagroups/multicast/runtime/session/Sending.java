package org.lagroups.multicast.runtime.session;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
import org.lagroups.multicast.stream.StreamHeader;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.stream.StreamLink;
import org.lagroups.multicast.stream.StreamMode;

/** An input that goes out as a stream. */
final class Sending implements CastSession, SentListener {

  /** What has waited so long in a live stream goes, even if its chunk is not full. */
  private static final long FLUSH_MILLIS = 40;

  /** While more wait to be sent, nothing more is read of a pipe, which can be held back. */
  private static final int MAX_WAITING = 128;

  /** The same, if the first of them has waited for this part of the latency. */
  private static final int WAITING_PART = 4;

  private static final long LOOK_MILLIS = 50;

  /** For so long a sender stays after its farewell, until that has come. */
  private static final long LEAVE_MILLIS = 500;

  private final CastNode node;
  private final State state = new State(Phase.OPENING);
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private @Nullable Opened opened;
  private @Nullable StreamProblem inputProblem;
  private int asked;
  private boolean hasNoInput;
  private boolean isClosed;
  private long takenBytes;

  /** All that is there once the stream has begun. */
  private record Opened(
      StreamInput input,
      InputAddress address,
      ChunkStore store,
      SentStream stream,
      Batches batches,
      long latencyMillis) {

    StreamHeader header() {
      return stream.header().header();
    }

    boolean isLive() {
      return header().mode() == StreamMode.LIVE;
    }
  }

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
      file.begin(stream.header(), this::spoiled);
    }
    Batches batches = new Batches(stream.header().header());
    opened = new Opened(input, address, store, stream, batches, request.latencyMillis());
    state.enter(Phase.RUNNING);
    state.heard();
    if (state.phase() == Phase.FAILED) {
      node.machine().close(id());
      return;
    }
    if (hasNoInput) {
      batches.end();
    } else if (opened.isLive()) {
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
      case InputEvent.Ended _ when takenBytes == 0 -> fail(nothingCame());
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
    StreamProblem problem = state.problem();
    OptionalLong length = now.header().lengthBytes();
    return new CastView(
        id().toString(),
        CastView.SENDS,
        now.isLive() ? "live" : "file",
        now.header().title(),
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

  /** A live stream ends here, and receivers get what there is. All get to know it. */
  @Override
  public CompletableFuture<Void> finish() {
    Opened now = opened;
    boolean isGone = isClosed || (state.phase() == Phase.FAILED && !over.isDone());
    if (now == null || isGone) {
      return CompletableFuture.completedFuture(null);
    }
    if (!now.isLive()) {
      return takeLeave(now);
    }
    end();
    return over.thenCompose(_ -> takeLeave(now));
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
    Opened now = opened();
    if (!now.batches().isEnded()) {
      now.batches().add(piece);
      pump();
    }
    ask();
  }

  /** Tells those who lack some of it. */
  private CompletableFuture<Void> takeLeave(Opened now) {
    boolean isDelivered = now.isLive() && now.stream().isDelivered();
    if (isClosed || isDelivered || now.stream().members().isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    CompletableFuture<Void> left = new CompletableFuture<>();
    now.stream().sayFarewell();
    node.loop().schedule(LEAVE_MILLIS, () -> left.complete(null));
    return left;
  }

  private void end() {
    hasNoInput = true;
    if (opened != null) {
      opened.batches().end();
      pump();
    }
  }

  /** Receivers of a live stream get what there is. Those of a file get nothing more. */
  private void fail(StreamProblem why) {
    Opened now = opened;
    if (now != null && now.isLive()) {
      inputProblem = why;
      end();
      return;
    }
    state.fail(why);
    if (now != null) {
      node.machine().close(id());
    }
  }

  private static StreamProblem nothingCame() {
    return new StreamProblem(
        "the input ended before anything came from it",
        "see that what writes into it works: a program before a | says so itself");
  }

  /** Who has not got all of it yet may never get it. */
  private void spoiled() {
    if (!isClosed) {
      state.failAfterAll(
          new StreamProblem(
              opened().address() + " was changed after it was sent, or cannot be read any more",
              "send it again, and leave it as it is until all have it"));
      node.machine().close(id());
    }
  }

  private void ask() {
    if (opened != null && !opened.batches().isEnded() && asked == 0 && wantsMore(opened)) {
      asked++;
      opened.input().request(1);
    }
  }

  private static boolean wantsMore(Opened now) {
    if (!now.isLive()) {
      return !now.batches().isEnough();
    }
    boolean isHeldBack = !(now.address() instanceof InputAddress.Udp);
    return !isHeldBack || now.stream().members().isEmpty() || !isWaiting(now);
  }

  private static boolean isWaiting(Opened now) {
    long waited = TimeUnit.NANOSECONDS.toMillis(now.stream().distributor().waitedNanos());
    return waited >= now.latencyMillis() / WAITING_PART
        || now.stream().distributor().waitingChunks() >= MAX_WAITING;
  }

  private void pump() {
    Opened now = opened;
    if (now == null || isClosed) {
      return;
    }
    while (state.phase() == Phase.RUNNING && now.stream().hasRoom() && now.batches().isReady()) {
      now.stream().offer(now.batches().next(), now.batches().isOver());
      if (now.batches().isOver()) {
        state.enter(Phase.FINISHING);
        lookSoon(Window.of(now.latencyMillis()));
      }
    }
    ask();
  }

  private void flushSoon() {
    node.loop()
        .schedule(
            FLUSH_MILLIS,
            () -> {
              if (!isClosed && state.phase() == Phase.RUNNING) {
                opened().batches().flush();
                pump();
                flushSoon();
              }
            });
  }

  private void lookSoon(Window window) {
    node.loop()
        .schedule(
            LOOK_MILLIS,
            () -> {
              if (isClosed) {
                over.complete(null);
              } else if (isDelivered(opened(), window)) {
                conclude(opened());
              } else {
                lookSoon(window);
              }
            });
  }

  private static boolean isDelivered(Opened now, Window window) {
    boolean isTooLate = now.isLive() && (window.isOver() || now.stream().members().isEmpty());
    return isTooLate || now.stream().isDelivered();
  }

  private void conclude(Opened now) {
    if (now.isLive()) {
      state.conclude(
          Losses.sent(Numbers.counters(now.stream().statistics()), now.input().counts()));
    }
    StreamProblem why = inputProblem;
    if (why == null) {
      state.enter(Phase.DONE);
    } else {
      state.fail(why);
    }
    over.complete(null);
  }
}
