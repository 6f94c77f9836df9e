package org.lagroups.multicast.runtime.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.group.LimitReachedException;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.api.CastPlace;
import org.lagroups.multicast.api.CastTop;
import org.lagroups.multicast.api.CastUplink;
import org.lagroups.multicast.api.CastView;
import org.lagroups.multicast.protocol.SendRequest;
import org.lagroups.multicast.protocol.entry.Audience;
import org.lagroups.multicast.relay.ChunkStore;
import org.lagroups.multicast.runtime.end.InputAddress;
import org.lagroups.multicast.runtime.end.OutputAddress;
import org.lagroups.multicast.runtime.end.StreamProblem;
import org.lagroups.multicast.runtime.input.InputSettings;
import org.lagroups.multicast.runtime.input.Inputs;
import org.lagroups.multicast.runtime.store.ChunkWindow;
import org.lagroups.multicast.runtime.store.FileChunks;
import org.lagroups.multicast.runtime.store.SentFile;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.stream.StreamLink;
import org.lagroups.multicast.stream.StreamMode;
import org.lagroups.multicast.stream.chunk.ChunkCutter;

/** All streams that somebody at this node has asked for. From any thread but the loop; waits. */
public final class Sessions {

  /** Whole packets of a transport stream: so many that a batch is worth its signature. */
  private static final int LIVE_CHUNK_BYTES = 70 * ChunkCutter.TS_PACKET_BYTES;

  /** Of a file: small, as a relay passes on nothing of a chunk until it has all of it. */
  private static final int FILE_CHUNK_BYTES = 16 * 1024;

  /** To so many others a node sends a stream itself (paper, section 3.2: k); one place is kept. */
  private static final int MOST_CHILDREN = 9;

  /** A request to end a stream is answered by then. */
  private static final long MOST_FINISHING_MILLIS = 20_000;

  private final CastNode node;

  /** Used on the loop. */
  private final Map<StreamId, CastSession> sessions = new LinkedHashMap<>();

  /** How beginning ended. */
  public sealed interface Beginning {

    /** It goes on by itself. */
    record Begun(CastView view) implements Beginning {}

    /** It cannot be done. */
    record Refused(StreamProblem problem) implements Beginning {}
  }

  /**
   * What is to be sent.
   *
   * @param mode if nothing is said, what fits the input
   */
  public record Wish(
      InputAddress input,
      String title,
      Optional<StreamMode> mode,
      long latencyMillis,
      Audience audience) {}

  public Sessions(CastNode node) {
    this.node = node;
  }

  /** Whether {@code -} stands for something. */
  public boolean hasStandardStreams() {
    return node.standard().isPresent();
  }

  /** Begins to send. */
  public Beginning send(Wish wish) {
    FirstUse.ensureDone();
    StandardStreams standard = node.standard().orElse(StandardStreams.NONE);
    Sending sending = new Sending(node);
    Inputs inputs = new Inputs(node.loop(), standard.in());
    return switch (inputs.open(wish.input(), InputSettings.DEFAULT, sending::onInput)) {
      case Inputs.Opening.Refused refused -> new Beginning.Refused(refused.problem());
      case Inputs.Opening.Ready ready -> {
        Beginning beginning = begin(wish, ready, sending);
        if (beginning instanceof Beginning.Refused) {
          node.loop().execute(ready.input()::close);
        }
        yield beginning;
      }
    };
  }

  /**
   * Begins to receive; how it goes is told by {@link #find}.
   *
   * @param latencyMillis of a live stream
   * @param giveUpMillis it has failed when nobody has heard of the source for so long; if nothing
   *     is said, 30 s for a live stream, and never for a file
   */
  public Beginning receive(
      StreamLink link, List<OutputAddress> outputs, long latencyMillis, OptionalLong giveUpMillis) {
    FirstUse.ensureDone();
    return node.loop()
        .call(() -> {
          forget(link.stream());
          Receiving receiving = new Receiving(node, link, outputs, giveUpMillis);
          try {
            receiving.begin(latencyMillis);
          } catch (LimitReachedException e) {
            return tooMany(e);
          } catch (IllegalArgumentException e) {
            return new Beginning.Refused(
                new StreamProblem(String.valueOf(e.getMessage()), "see: lag cast top"));
          }
          sessions.put(receiving.id(), receiving);
          return new Beginning.Begun(receiving.view());
        });
  }

  /** All of them, the eldest first. */
  public List<CastView> all() {
    return node.loop().call(() -> sessions.values().stream().map(CastSession::view).toList());
  }

  /** One of them. */
  public Optional<CastView> find(StreamId id) {
    return node.loop().call(() -> Optional.ofNullable(sessions.get(id)).map(CastSession::view));
  }

  /** Ends one of them, and tells how it was. A live stream that is sent ends for all, orderly. */
  public Optional<CastView> close(StreamId id) {
    finish(id);
    return node.loop()
        .call(() -> {
          CastSession session = sessions.remove(id);
          if (session == null) {
            return Optional.empty();
          }
          CastView last = session.view();
          session.close();
          return Optional.of(last);
        });
  }

  /** What this node sends at most. */
  public CastUplink uplink() {
    return node.loop().call(this::cap);
  }

  /** From now on this node sends no more than that. */
  public CastUplink cap(CastUplink most) {
    return node.loop()
        .call(() -> {
          boolean isUnlimited = most.equals(CastUplink.UNLIMITED);
          node.machine()
              .uplink()
              .cap(isUnlimited ? Double.POSITIVE_INFINITY : Numbers.bytesPerSecond(most.mbps()));
          return cap();
        });
  }

  /** All of them, the eldest first, and where this node is in their trees. */
  public CastTop top() {
    return node.loop()
        .call(() -> {
          NodeId self = node.contact().node();
          Map<StreamId, CastPlace> places = new HashMap<>();
          node.machine()
              .sent()
              .forEach(stream -> places.put(stream.header().id(), Places.of(self, stream)));
          node.machine()
              .received()
              .forEach(stream -> places.put(stream.link().stream(), Places.of(self, stream)));
          return new CastTop(
              self,
              cap().mbps(),
              sessions.values().stream().map(CastSession::view).toList(),
              sessions.keySet().stream()
                  .map(id -> places.getOrDefault(id, Places.nowhere(id.toString())))
                  .toList());
        });
  }

  /** Ends all such that others lose nothing by it; on the loop. Done when they can be closed. */
  public CompletableFuture<Void> finishAll() {
    return CompletableFuture.allOf(
        sessions.values().stream().map(CastSession::finish).toArray(CompletableFuture<?>[]::new));
  }

  /** Ends all; on the loop. */
  public void closeAll() {
    sessions.values().forEach(CastSession::close);
    sessions.clear();
  }

  private CastUplink cap() {
    OptionalDouble most = node.machine().uplink().cap();
    return most.isPresent()
        ? new CastUplink(Numbers.mbps(most.getAsDouble()))
        : CastUplink.UNLIMITED;
  }

  private Beginning begin(Wish wish, Inputs.Opening.Ready ready, Sending sending) {
    OptionalLong length = ready.input().lengthBytes();
    StreamMode mode = wish.mode().orElseGet(() -> SendingRules.usual(wish.input(), length));
    boolean isFile = mode == StreamMode.FILE;
    Optional<StreamProblem> unfit = SendingRules.problem(wish.input(), mode, length);
    if (unfit.isPresent()) {
      return new Beginning.Refused(unfit.get());
    }
    SendRequest request =
        new SendRequest(
            wish.title(),
            mode,
            isFile ? FILE_CHUNK_BYTES : LIVE_CHUNK_BYTES,
            isFile ? length : OptionalLong.empty(),
            wish.audience(),
            GroupSettings.DEFAULT,
            MOST_CHILDREN,
            wish.latencyMillis());
    try {
      ChunkStore store = isFile ? file(wish.input()) : new ChunkWindow(ChunkWindow.LIVE_BYTES);
      return node.loop()
          .call(() -> {
            sending.begin(ready.input(), ready.address(), request, store);
            sessions.put(sending.id(), sending);
            return new Beginning.Begun(sending.view());
          });
    } catch (IOException e) {
      return new Beginning.Refused(
          new StreamProblem("cannot read " + wish.input(), "name a file that you may read"));
    } catch (LimitReachedException e) {
      return tooMany(e);
    }
  }

  private ChunkStore file(InputAddress input) throws IOException {
    Path path = ((InputAddress.OfFile) input).path();
    SentFile payloads = SentFile.open(path, FILE_CHUNK_BYTES, node.loop());
    return new FileChunks(node.signatures(), payloads);
  }

  private void finish(StreamId id) {
    CompletableFuture<Void> finished =
        node.loop()
            .call(() -> {
              CastSession session = sessions.get(id);
              return session == null ? CompletableFuture.completedFuture(null) : session.finish();
            });
    finished.completeOnTimeout(null, MOST_FINISHING_MILLIS, TimeUnit.MILLISECONDS).join();
  }

  private void forget(StreamId id) {
    CastSession known = sessions.get(id);
    if (known instanceof Receiving receiving && receiving.isOver()) {
      receiving.close();
      sessions.remove(id);
    }
  }

  private static Beginning tooMany(LimitReachedException limit) {
    return new Beginning.Refused(
        new StreamProblem(
            String.valueOf(limit.getMessage()),
            "end a stream or leave a group first: see lag cast top, lag group list"));
  }
}
