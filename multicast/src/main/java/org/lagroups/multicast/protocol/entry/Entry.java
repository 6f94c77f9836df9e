package org.lagroups.multicast.protocol.entry;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.stream.StreamLink;
import org.lagroups.multicast.wire.CastCodec;
import org.lagroups.multicast.wire.StreamMessage.Admission;
import org.lagroups.multicast.wire.StreamMessage.Denial;
import org.lagroups.multicast.wire.StreamMessage.HeaderAnswer;
import org.lagroups.multicast.wire.StreamMessage.HeaderAsk;

/**
 * A receiver's way in, by a link: asks the source for the header and a pass. What anybody but the
 * source says is ignored, and so is a header or a pass that is not the stream's.
 */
public final class Entry {

  /** After so long without a header and a pass it is over. */
  public static final long PATIENCE_MILLIS = 15_000;

  private static final long ASK_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);

  private final Environment<?> environment;
  private final StreamLink link;
  private final KeptLinks links;
  private final SignatureVerifier signatures;
  private final EntryListener listener;
  private final long startNanos;
  private long askedNanos;
  private boolean wasLinked;
  private boolean isOver;
  private @Nullable Passes passes;

  /** Begins. */
  public Entry(
      Environment<?> environment,
      StreamLink link,
      KeptLinks links,
      SignatureVerifier signatures,
      EntryListener listener) {
    this.environment = environment;
    this.link = link;
    this.links = links;
    this.signatures = signatures;
    this.listener = listener;
    this.startNanos = environment.elapsedNanos();
    links.keep(this, link.source());
    if (environment.isLinked(source())) {
      ask();
    }
  }

  /** Whom it asks. */
  public NodeId source() {
    return link.source().node();
  }

  /** A link is there. */
  public void onLinkUp(NodeId peer) {
    if (peer.equals(source()) && isAsking()) {
      ask();
    }
  }

  /** A header has come. */
  public void onHeader(NodeId from, HeaderAnswer answer) {
    if (from.equals(source())
        && isAsking()
        && passes == null
        && answer.header().isSoundFor(link.stream(), signatures)) {
      passes = Passes.of(answer.header(), signatures);
      listener.found(answer.header());
    }
  }

  /** An admission has come; the header comes before it. */
  public void onAdmission(NodeId from, Admission admission) {
    Passes known = passes;
    if (from.equals(source())
        && isAsking()
        && known != null
        && known.admit(environment.self(), Optional.of(admission.pass()))) {
      close();
      listener.admitted(admission);
    }
  }

  /** A denial has come. */
  public void onDenial(NodeId from, Denial denial) {
    if (from.equals(source()) && isAsking()) {
      fail(
          switch (denial.why()) {
            case UNKNOWN_STREAM -> EntryFailure.UNKNOWN_STREAM;
            case NOT_INVITED -> EntryFailure.NOT_INVITED;
          });
    }
  }

  /** To be called about once in 100 ms, or more often, until it is over. */
  public void tick() {
    long now = environment.elapsedNanos();
    if (!isAsking()) {
      return;
    }
    if (now - startNanos >= TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS)) {
      fail(wasLinked ? EntryFailure.SILENT : EntryFailure.UNREACHABLE);
    } else if (environment.isLinked(source()) && (!wasLinked || now - askedNanos >= ASK_NANOS)) {
      ask();
    }
  }

  /** Lets the source go, wherever it got to. */
  public void close() {
    isOver = true;
    links.release(this, source());
  }

  private boolean isAsking() {
    return !isOver;
  }

  private void ask() {
    wasLinked = true;
    askedNanos = environment.elapsedNanos();
    environment.send(
        source(), Delivery.ORDERED, CastCodec.encode(new HeaderAsk(link.stream(), link.token())));
  }

  private void fail(EntryFailure why) {
    close();
    listener.failed(why);
  }
}
