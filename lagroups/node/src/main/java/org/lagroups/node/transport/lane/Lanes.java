package org.lagroups.node.transport.lane;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;

/**
 * One side's half of a session's lanes. Whatever connections come and go, each message is delivered
 * once and in the order of its lane, for as long as the session has a connection at all.
 *
 * <p>The receiving side chooses the connection: it asks with {@link LaneMessage.Resume}, which says
 * how much it has, and takes from then on only what follows the answering {@link
 * LaneMessage.Begin}. The sending side keeps what is not confirmed, and goes back to where the
 * other side asks. Requests are numbered, so that what is still under way from before is told from
 * what was asked for last. A session begins as if request 0 had been made on its first connection.
 *
 * <p>A pure state machine: it does nothing by itself, and knows no time.
 */
public final class Lanes {

  /** So much is received before it is confirmed. */
  static final int CONFIRM_EVERY_BYTES = 32 * 1024;

  /** So much is confirmed at once. Less may wait a little: a confirmation costs a packet. */
  static final int CONFIRM_AT_ONCE_BYTES = 1024 * 1024;

  private final OutgoingLane orderedOut;
  private final OutgoingLane bulkOut;
  private final IncomingLane orderedIn = new IncomingLane();
  private final IncomingLane bulkIn = new IncomingLane();
  private @Nullable Path sendingTo;
  private @Nullable Path receivingFrom;
  private int ownRequest;
  private int peersRequest;
  private long confirmed;

  /**
   * Lanes of a session that begins.
   *
   * @param first its first connection
   * @param maxOrderedBytes what may wait in the ordered lane, and be unconfirmed
   * @param maxBulkBytes the same in the bulk lane
   */
  public Lanes(Path first, ByteBufAllocator allocator, int maxOrderedBytes, int maxBulkBytes) {
    sendingTo = first;
    receivingFrom = first;
    orderedOut = new OutgoingLane(Lane.ORDERED, allocator, maxOrderedBytes);
    bulkOut = new OutgoingLane(Lane.BULK, allocator, maxBulkBytes);
  }

  /** Appends a message to a lane; false if there is no room. {@link #pump} sends. */
  public boolean offer(Lane lane, int protocol, Bytes message) {
    return out(lane).offer(protocol, message);
  }

  /** Asks the peer to send over {@code path} from now on. */
  public void receiveFrom(Path path) {
    receivingFrom = path;
    confirmed = total();
    path.say(new LaneMessage.Resume(++ownRequest, orderedIn.received(), bulkIn.received()));
  }

  /** The connection is gone. */
  public void lost(Path path) {
    if (path.equals(sendingTo)) {
      sendingTo = null;
    }
    if (path.equals(receivingFrom)) {
      receivingFrom = null;
    }
  }

  /** Whether the peer has been asked to send over this connection. */
  public boolean isReceivingFrom(Path path) {
    return path.equals(receivingFrom);
  }

  /**
   * The peer said something about lanes on {@code path}.
   *
   * @return false if it cannot be true
   */
  public boolean onSaid(Path path, LaneMessage message) {
    return switch (message) {
      case LaneMessage.Resume resume -> onResume(path, resume);
      case LaneMessage.Begin(Lane lane, int number) -> {
        if (isReceivingFrom(path)) {
          in(lane).begin(number);
        }
        yield true;
      }
      case LaneMessage.Received(long ordered, long bulk) ->
          orderedOut.confirm(ordered) && bulkOut.confirm(bulk);
    };
  }

  /**
   * A message has arrived in a lane of {@code path}.
   *
   * @return whether it is to be delivered; otherwise it comes again, over the connection that was
   *     asked for last
   */
  public boolean onMessage(Path path, Lane lane, int length) {
    return isReceivingFrom(path) && in(lane).take(ownRequest, length);
  }

  /** Whether {@link #pump} has something to confirm. */
  public boolean owesConfirmation() {
    return receivingFrom != null && total() - confirmed >= CONFIRM_EVERY_BYTES;
  }

  /** Whether {@link #pump} should not wait for more to confirm. */
  public boolean owesConfirmationAtOnce() {
    return receivingFrom != null && total() - confirmed >= CONFIRM_AT_ONCE_BYTES;
  }

  /** Sends what the connection takes now, the ordered lane first. */
  public void pump() {
    Path from = receivingFrom;
    if (from != null && owesConfirmation() && from.isWritable(Lane.ORDERED)) {
      confirmed = total();
      from.say(new LaneMessage.Received(orderedIn.received(), bulkIn.received()));
    }
    Path to = sendingTo;
    if (to != null) {
      pump(to, Lane.ORDERED);
      to.flush();
      pump(to, Lane.BULK);
      to.flush();
    }
    if (from != null && !from.equals(to)) {
      from.flush();
    }
  }

  /** Forgets what waits, at the end of the session. */
  public void clear() {
    sendingTo = null;
    receivingFrom = null;
    orderedOut.clear();
    bulkOut.clear();
  }

  /** An older request that was overtaken by a newer one, over another connection, is void. */
  private boolean onResume(Path path, LaneMessage.Resume resume) {
    if (resume.number() <= peersRequest) {
      return true;
    }
    peersRequest = resume.number();
    if (!orderedOut.rewind(resume.ordered()) || !bulkOut.rewind(resume.bulk())) {
      return false;
    }
    sendingTo = path;
    path.say(new LaneMessage.Begin(Lane.ORDERED, peersRequest));
    path.say(new LaneMessage.Begin(Lane.BULK, peersRequest));
    return true;
  }

  private void pump(Path path, Lane lane) {
    OutgoingLane from = out(lane);
    while (path.isWritable(lane)) {
      ByteBuf chunk = from.poll();
      if (chunk == null) {
        return;
      }
      path.write(lane, chunk);
    }
  }

  private long total() {
    return orderedIn.received() + bulkIn.received();
  }

  private OutgoingLane out(Lane lane) {
    return lane == Lane.ORDERED ? orderedOut : bulkOut;
  }

  private IncomingLane in(Lane lane) {
    return lane == Lane.ORDERED ? orderedIn : bulkIn;
  }
}
