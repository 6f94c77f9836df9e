package org.lagroups.multicast.protocol.entry;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.core.group.JoinRequest;
import org.lagroups.core.group.JoinResult;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.stream.StreamLink;
import org.lagroups.multicast.wire.CastCodec;
import org.lagroups.multicast.wire.StreamMessage.Admission;
import org.lagroups.multicast.wire.StreamMessage.Denial;
import org.lagroups.multicast.wire.StreamMessage.HeaderAnswer;
import org.lagroups.multicast.wire.StreamMessage.HeaderAsk;

/**
 * A receiver's way in, by a link: asks the source for the header and a place, and joins the group.
 * What anybody but the source says is ignored, and so is a header that is not the stream's.
 */
public final class Entry {

  /** After so long without a header and a place it is over; joining may take as long again. */
  public static final long PATIENCE_MILLIS = 15_000;

  private static final long ASK_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);

  private final Environment<?> environment;
  private final StreamLink link;
  private final StreamGroups groups;
  private final SignatureVerifier signatures;
  private final EntryListener listener;
  private final long startNanos;
  private long askedNanos;
  private boolean wasLinked;
  private boolean hasHeader;
  private boolean isJoining;
  private boolean isOver;
  private @Nullable GroupId group;

  /** Begins. */
  public Entry(
      Environment<?> environment,
      StreamLink link,
      StreamGroups groups,
      SignatureVerifier signatures,
      EntryListener listener) {
    this.environment = environment;
    this.link = link;
    this.groups = groups;
    this.signatures = signatures;
    this.listener = listener;
    this.startNanos = environment.elapsedNanos();
    environment.keepLink(source(), link.source().addresses());
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
        && !hasHeader
        && answer.header().isSoundFor(link.stream(), signatures)) {
      hasHeader = true;
      listener.found(answer.header());
    }
  }

  /** An admission has come; the header comes before it. */
  public void onAdmission(NodeId from, Admission admission) {
    if (from.equals(source()) && isAsking() && hasHeader) {
      isJoining = true;
      GroupId joined = admission.group();
      group = joined;
      groups.join(
          new JoinRequest(
              joined,
              admission.settings(),
              List.of(link.source()),
              admission.token(),
              PATIENCE_MILLIS),
          result -> onJoin(joined, result));
    }
  }

  /** A denial has come. */
  public void onDenial(NodeId from, Denial denial) {
    if (from.equals(source()) && isAsking()) {
      fail(
          switch (denial.why()) {
            case UNKNOWN_STREAM -> EntryFailure.UNKNOWN_STREAM;
            case NOT_INVITED -> EntryFailure.NOT_INVITED;
            case FULL -> EntryFailure.FULL;
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

  /** Leaves the group and the source, wherever it got to. */
  public void close() {
    isOver = true;
    if (group != null) {
      groups.leave(group);
    }
    environment.releaseLink(source());
  }

  private boolean isAsking() {
    return !isJoining && !isOver;
  }

  private void ask() {
    wasLinked = true;
    askedNanos = environment.elapsedNanos();
    environment.send(
        source(), Delivery.ORDERED, CastCodec.encode(new HeaderAsk(link.stream(), link.token())));
  }

  private void onJoin(GroupId joined, JoinResult result) {
    if (isOver) {
      groups.leave(joined);
      return;
    }
    switch (result) {
      case JoinResult.Joined _ -> listener.entered(joined);
      case JoinResult.NobodyAttested _ -> fail(EntryFailure.NOT_VOUCHED_FOR);
    }
  }

  private void fail(EntryFailure why) {
    close();
    listener.failed(why);
  }
}
