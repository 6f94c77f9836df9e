package org.lagroups.core.transcript.exchange;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.lagroups.core.limit.PeerBuckets;
import org.lagroups.core.limit.Rate;
import org.lagroups.core.route.Responder;
import org.lagroups.core.route.RouteHandler;
import org.lagroups.core.route.RouteRefusal;
import org.lagroups.core.route.RoutedRequest;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.core.transcript.snapshot.Snapshot;
import org.lagroups.core.wire.SnapshotCodec;
import org.lagroups.core.wire.TranscriptCodec;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;

/** Serves members that ask, as often as they may. */
final class ProofDesk implements RouteHandler {

  /** How often one member may ask for transcripts, in all groups together. */
  static final Rate TRANSCRIPTS = new Rate(8, 32);

  /** How often one member may ask for snapshots, in all groups together. */
  static final Rate SNAPSHOTS = new Rate(0.5, 8);

  private final LongSupplier nowNanos;
  private final Tally tally;
  private final BiConsumer<GroupId, Consumer<Optional<Transcript>>> transcripts;
  private final BiConsumer<GroupId, Consumer<Optional<Snapshot>>> snapshots;
  private final PeerBuckets transcriptAsks = new PeerBuckets(TRANSCRIPTS);
  private final PeerBuckets snapshotAsks = new PeerBuckets(SNAPSHOTS);

  ProofDesk(
      LongSupplier nowNanos,
      Tally tally,
      BiConsumer<GroupId, Consumer<Optional<Transcript>>> transcripts,
      BiConsumer<GroupId, Consumer<Optional<Snapshot>>> snapshots) {
    this.nowNanos = nowNanos;
    this.tally = tally;
    this.transcripts = transcripts;
    this.snapshots = snapshots;
  }

  @Override
  public void onRequest(RoutedRequest request, Responder responder) {
    ProofRequest.decode(request.body())
        .ifPresentOrElse(
            wanted -> serve(wanted, request, responder),
            () -> refuse(responder, RouteRefusal.DECLINED));
  }

  private void serve(ProofRequest wanted, RoutedRequest request, Responder responder) {
    long now = nowNanos.getAsLong();
    PeerBuckets asks =
        switch (wanted) {
          case TRANSCRIPT -> transcriptAsks;
          case SNAPSHOT -> snapshotAsks;
        };
    if (!asks.take(request.origin(), 1, now)) {
      refuse(responder, RouteRefusal.BUSY);
      return;
    }
    switch (wanted) {
      case TRANSCRIPT ->
          transcripts.accept(
              request.group(), found -> answer(wanted, responder, found, TranscriptCodec::encode));
      case SNAPSHOT ->
          snapshots.accept(
              request.group(), found -> answer(wanted, responder, found, SnapshotCodec::encode));
    }
  }

  private <T> void answer(
      ProofRequest wanted, Responder responder, Optional<T> found, Function<T, Bytes> encoding) {
    tally.given(wanted);
    responder.answer(found.map(encoding).orElse(Bytes.EMPTY));
  }

  private void refuse(Responder responder, RouteRefusal reason) {
    tally.refused();
    responder.refuse(reason);
  }
}
