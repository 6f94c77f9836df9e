package org.lagroups.node.transport.link;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.node.transport.lane.FrameKind;
import org.lagroups.node.transport.lane.FrameReader;
import org.lagroups.node.transport.lane.Framing;
import org.lagroups.node.transport.lane.Lane;
import org.lagroups.node.transport.lane.LaneMessage;

/**
 * What links over streams have in common: in which order things may come, and what becomes of a
 * peer that does not keep to it.
 */
public abstract class StreamLink implements Link {

  /** Messages of the session itself that may wait until the peer reads. */
  static final int MAX_UNSENT_MESSAGES = 1_000;

  private final NodeId peer;
  private final InetSocketAddress remote;
  private final boolean dialled;
  private final LinkSetup setup;
  private @Nullable Hello said;
  private int unsent;
  private boolean isOpened;
  private boolean isStarted;
  private boolean isClosed;
  private long lastSentNanos = System.nanoTime();
  private long lastHeardNanos = lastSentNanos;
  private long unansweredSinceNanos;
  private boolean isUnanswered;

  /** A link on which nothing has been said. */
  protected StreamLink(NodeId peer, InetSocketAddress remote, boolean dialled, LinkSetup setup) {
    this.peer = peer;
    this.remote = remote;
    this.dialled = dialled;
    this.setup = setup;
  }

  /** A message of the session itself as it travels; the caller has to release it. */
  protected static ByteBuf framed(ByteBufAllocator allocator, Lane lane, SessionMessage message) {
    return Framing.frame(
        allocator, lane.kind(), Framing.SESSION_PROTOCOL, SessionMessages.encode(message));
  }

  /** The peer's hello or attachment came. */
  protected abstract void onOpened(Bytes peersResetToken);

  /** Frees what the link holds, and tells the peer why unless it is gone. */
  protected abstract void release();

  /** Ends the connection, telling the peer. */
  protected abstract void closeConnection(CloseReason reason);

  @Override
  public final NodeId peer() {
    return peer;
  }

  @Override
  public final InetSocketAddress remote() {
    return remote;
  }

  @Override
  public final boolean dialled() {
    return dialled;
  }

  @Override
  public final @Nullable Hello said() {
    return said;
  }

  @Override
  public final void say(SessionMessage message) {
    if (isClosed) {
      return;
    }
    if (message instanceof SessionMessage.Greeting(Hello hello)) {
      said = hello;
    }
    Lane lane =
        message instanceof SessionMessage.OfLanes(LaneMessage.Begin begin)
            ? begin.lane()
            : Lane.ORDERED;
    if (isWritable(lane)) {
      unsent = 0;
    } else if (++unsent > MAX_UNSENT_MESSAGES) {
      refuse("the peer asks without listening to answers");
      return;
    }
    write(lane, framed(ByteBufAllocator.DEFAULT, lane, message));
  }

  @Override
  public void start() {
    isStarted = true;
  }

  @Override
  public final void close(CloseReason reason) {
    if (!isClosed) {
      isClosed = true;
      release();
      closeConnection(reason);
    }
  }

  @Override
  public final long quietNanos() {
    return System.nanoTime() - Math.max(lastSentNanos, lastHeardNanos);
  }

  @Override
  public final long silentNanos() {
    return System.nanoTime() - lastHeardNanos;
  }

  /** The connection is gone. */
  public final void onConnectionClosed(LinkEnd end) {
    if (!isClosed) {
      isClosed = true;
      release();
      setup.events().onClosed(this, end);
    }
  }

  protected final boolean isStarted() {
    return isStarted;
  }

  protected final boolean isClosed() {
    return isClosed;
  }

  /** Something was sent that the peer will hear of, and its system answer. */
  protected final void sent() {
    lastSentNanos = System.nanoTime();
    if (!isUnanswered) {
      isUnanswered = true;
      unansweredSinceNanos = lastSentNanos;
      onAnswerDue();
    }
  }

  /** Something is being sent, and all before it was answered. */
  protected abstract void onAnswerDue();

  /** All that was sent so far is answered, as far as the carrier can tell. */
  protected final void answered() {
    isUnanswered = false;
  }

  /** For how long something sent has been waiting for an answer; 0 if nothing is. */
  protected final long unansweredNanos() {
    return isUnanswered ? System.nanoTime() - unansweredSinceNanos : 0;
  }

  /** Takes a message apart from all streams. */
  protected final void onDatagram(int protocol, Bytes message) {
    if (isStarted && !isClosed && protocol != Framing.SESSION_PROTOCOL) {
      lastHeardNanos = System.nanoTime();
      setup.events().onDatagram(this, protocol, message);
    }
  }

  protected final void onWritable() {
    if (isStarted && !isClosed) {
      setup.events().onWritable(this);
    }
  }

  /** The peer breaks the rules: the session ends. */
  protected final void refuse(String what) {
    if (!isClosed) {
      setup.tally().messageRefused();
      close(CloseReason.MALFORMED);
      setup.events().onClosed(this, LinkEnd.farewell(what));
    }
  }

  /** Hears what is in the link's streams. */
  protected final FrameReader.Sink frames() {
    return new Frames();
  }

  private final class Frames implements FrameReader.Sink {

    @Override
    public boolean message(FrameKind kind, int protocol, Bytes message) {
      if (isClosed) {
        return false;
      }
      lastHeardNanos = System.nanoTime();
      switch (kind) {
        case ORDERED -> inLane(Lane.ORDERED, protocol, message);
        case BULK -> inLane(Lane.BULK, protocol, message);
        case DATAGRAM -> onDatagram(protocol, message);
      }
      return !isClosed;
    }

    @Override
    public void unreadable(String what) {
      refuse("the peer sent " + what);
    }
  }

  private void inLane(Lane lane, int protocol, Bytes message) {
    if (protocol != Framing.SESSION_PROTOCOL) {
      if (isStarted) {
        setup.events().onMessage(this, lane, protocol, message);
      } else {
        refuse("the peer sent messages before there was a session");
      }
    } else if (lane == Lane.ORDERED || !message.isEmpty()) {
      // An empty message in the bulk lane only opens its stream.
      said(SessionMessages.decode(lane, message));
    }
  }

  private void said(SessionMessage message) {
    switch (message) {
      case SessionMessage.Malformed() -> refuse("the peer sent a malformed session message");
      case SessionMessage.Farewell(int code) ->
          onConnectionClosed(
              CloseReason.of(code)
                  .map(LinkEnd::said)
                  .orElseGet(() -> LinkEnd.farewell("the peer closed the session: code " + code)));
      case SessionMessage.Greeting(Hello hello) -> open(hello.resetToken(), message);
      case SessionMessage.Attaching(Attachment attachment) ->
          open(attachment.resetToken(), message);
      default -> {
        if (isOpened) {
          setup.events().onSaid(this, message);
        } else {
          refuse("the peer did not say hello as it should");
        }
      }
    }
  }

  private void open(Bytes peersResetToken, SessionMessage message) {
    if (isOpened) {
      refuse("the peer said hello twice");
      return;
    }
    isOpened = true;
    onOpened(peersResetToken);
    setup.events().onSaid(this, message);
  }
}
