package org.lagroups.multicast.runtime.session;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.lagroups.multicast.api.CastCounters;
import org.lagroups.multicast.api.CastView;
import org.lagroups.multicast.protocol.ReceivedListener;
import org.lagroups.multicast.protocol.ReceivedStream;
import org.lagroups.multicast.protocol.entry.EntryFailure;
import org.lagroups.multicast.relay.child.Member;
import org.lagroups.multicast.runtime.end.OutputAddress;
import org.lagroups.multicast.runtime.end.StreamProblem;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.stream.StreamHeader;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.stream.StreamLink;
import org.lagroups.multicast.stream.StreamMode;
import org.lagroups.multicast.stream.chunk.SealedChunk;

/** A stream that goes to outputs. */
final class Receiving implements CastSession, ReceivedListener {

  /** A source of a live stream of which no sign came for so long has gone, if nothing was said. */
  private static final long GONE_MILLIS = 30_000;

  /** The same, if it has taken its leave, and nobody else has brought anything for so long. */
  private static final long LEFT_MILLIS = 5_000;

  /**
   * That of a file is waited for, and told after so long: who has failed above is replaced by then.
   */
  private static final long MISSED_MILLIS = 10_000;

  /** After the last chunk, outputs may take so long before it is told. */
  private static final long SLOW_MILLIS = 3_000;

  private static final long LOOK_MILLIS = 50;

  private final CastNode node;
  private final StreamLink link;
  private final List<OutputAddress> outputs;
  private final OptionalLong giveUpMillis;
  private final State state = new State(Phase.ASKING);
  private @Nullable ReceivedStream stream;
  private @Nullable StreamHeader header;
  private @Nullable Target target;
  private @Nullable Window window;
  private long latencyMillis;
  private boolean isConcluded;
  private boolean isClosed;

  Receiving(
      CastNode node, StreamLink link, List<OutputAddress> outputs, OptionalLong giveUpMillis) {
    this.node = node;
    this.link = link;
    this.outputs = List.copyOf(outputs);
    this.giveUpMillis = giveUpMillis;
  }

  /**
   * Begins.
   *
   * @throws IllegalStateException if there are too many streams
   * @throws IllegalArgumentException if this node sends or receives it already
   */
  void begin(long latency) {
    latencyMillis = latency;
    stream = node.machine().receive(link, latency, this);
  }

  @Override
  public void found(SignedHeader found) {
    header = found.header();
    state.enter(Phase.OPENING);
    Targets targets = new Targets(node, found, outputs, state);
    Thread.ofVirtual()
        .name("lag-cast-open")
        .start(() -> {
          Targets.Opening opening = targets.open();
          node.loop().execute(() -> onOpening(opening));
        });
  }

  @Override
  public void taken(SealedChunk chunk) {
    state.heard();
    target().taken(chunk.chunk());
  }

  @Override
  public void advanced(long below) {
    target().advanced(below);
  }

  @Override
  public void completed() {
    state.enter(Phase.FINISHING);
    window = Window.of(latencyMillis);
    target().finish(Objects.requireNonNull(member()).below());
  }

  @Override
  public void failed(EntryFailure why) {
    state.fail(Failures.of(why, link));
  }

  @Override
  public StreamId id() {
    return link.stream();
  }

  @Override
  public CastView view() {
    StreamHeader known = header;
    Target open = target;
    StreamProblem problem = state.problem();
    OptionalLong length = known == null ? OptionalLong.empty() : known.lengthBytes();
    return new CastView(
        id().toString(),
        CastView.RECEIVES,
        known == null ? null : known.mode() == StreamMode.LIVE ? "live" : "file",
        known == null ? null : known.title(),
        state.phase().word(),
        link.source().node(),
        null,
        length.isPresent() ? (Long) length.getAsLong() : null,
        open == null ? 0 : open.doneBytes(),
        List.of(),
        open == null ? outputs.stream().map(OutputAddress::toString).toList() : open.places(),
        0,
        List.of(),
        state.silentMillis(),
        counters(),
        state.notices(),
        problem == null ? null : problem.message(),
        problem == null ? null : problem.hint());
  }

  /** Whether nothing more comes of it. */
  boolean isOver() {
    return state.phase().isOver();
  }

  /** What is missing of a live stream is told also to whoever ends it before it is over. */
  @Override
  public CompletableFuture<Void> finish() {
    if (!state.phase().isOver()) {
      conclude();
    }
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void close() {
    if (!isClosed) {
      isClosed = true;
      node.machine().close(id());
      if (target != null) {
        target.close();
      }
    }
  }

  private void onOpening(Targets.Opening opening) {
    switch (opening) {
      case Targets.Opening.Ready ready when isClosed -> ready.target().close();
      case Targets.Opening.Ready ready -> {
        target = ready.target();
        state.enter(Phase.RUNNING);
        state.heard();
        Objects.requireNonNull(stream).begin(ready.target().store(), ready.below(), ready.above());
        lookSoon();
      }
      case Targets.Opening.Whole _ -> {
        state.enter(Phase.DONE);
        node.machine().close(id());
      }
      case Targets.Opening.Refused refused -> {
        state.fail(refused.problem());
        node.machine().close(id());
      }
    }
  }

  /** Not everything is told by an event. */
  private void lookSoon() {
    node.loop()
        .schedule(
            LOOK_MILLIS,
            () -> {
              if (!isClosed && !state.phase().isOver()) {
                look(Objects.requireNonNull(stream));
                lookSoon();
              }
            });
  }

  private void look(ReceivedStream of) {
    Window open = window;
    if (target().isDone() && (open == null || !isLive() || of.isDelivered() || open.isOver())) {
      conclude();
      state.enter(Phase.DONE);
    } else if (open != null) {
      lookAtOutputs();
    } else if (of.isEnded() && state.silentMillis() >= LEFT_MILLIS) {
      cutOff(Failures.ended(isLive(), target().doneBytes()));
    } else {
      lookForSource(of.sourceSilentMillis());
    }
  }

  /**
   * As long as somebody else still brings some of it, that is worth waiting for. Of a file, all may
   * still come without end: the source may be there, and only the way to it is broken.
   */
  private void lookForSource(long missedMillis) {
    long patienceMillis = giveUpMillis.orElse(isLive() ? GONE_MILLIS : Long.MAX_VALUE);
    if (Math.min(missedMillis, state.silentMillis()) >= patienceMillis) {
      cutOff(Failures.gone(isLive(), patienceMillis, target().doneBytes()));
    } else if (!isLive() && missedMillis >= MISSED_MILLIS) {
      state.notice(Failures.missed(MISSED_MILLIS, giveUpMillis));
    }
  }

  /** Whoever waits for the end is told what it waits for. */
  private void lookAtOutputs() {
    if (state.silentMillis() >= SLOW_MILLIS && target().isGoingOut()) {
      state.notice(
          "Nothing more comes, but an output has not taken all of it yet. Ctrl-C leaves out the rest");
    }
  }

  private void conclude() {
    if (isLive() && target != null && !isConcluded) {
      isConcluded = true;
      state.conclude(Losses.received(counters(), target().counts()));
    }
  }

  /** What came goes out, and nothing more comes. */
  private void cutOff(StreamProblem why) {
    conclude();
    target().cutOff();
    state.fail(why);
  }

  private boolean isLive() {
    return header != null && header.mode() == StreamMode.LIVE;
  }

  private @Nullable Member member() {
    return stream == null ? null : stream.member();
  }

  private CastCounters counters() {
    Member member = member();
    return member == null ? CastCounters.NONE : Numbers.counters(member.statistics());
  }

  private Target target() {
    return Objects.requireNonNull(target);
  }
}
