package org.lagroups.node.transport.quic;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.quic.QuicChannel;
import io.netty.handler.codec.quic.QuicConnectionCloseEvent;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.Printable;
import org.lagroups.node.transport.auth.PeerCheck;
import org.lagroups.node.transport.auth.PeerCheck.Accepted;
import org.lagroups.node.transport.auth.PeerCheck.Refused;
import org.lagroups.node.transport.link.CloseReason;
import org.lagroups.node.transport.link.LinkEnd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of one QUIC connection: TLS handshake, check of the certificate, then a {@link QuicLink}
 * until it closes.
 */
abstract class QuicConnection extends ChannelInboundHandlerAdapter {

  private static final Logger LOG = LoggerFactory.getLogger(QuicConnection.class);

  final QuicShared shared;
  final InetSocketAddress remote;
  private @Nullable QuicChannel channel;
  private @Nullable QuicLink link;
  private @Nullable LinkEnd end;
  private @Nullable Bytes peerToken;
  private final Runnable onReset = this::onReset;

  QuicConnection(QuicShared shared, InetSocketAddress remote) {
    this.shared = shared;
    this.remote = remote;
  }

  /** The peer has proved to be this node. Returns why it is not welcome, or null if it is. */
  abstract @Nullable CloseReason objectionTo(NodeId peer);

  /** The connection became a link. */
  abstract void onLink(QuicLink made);

  /** Whether this side opened the connection. */
  abstract boolean isDialled();

  /** The ID by which the peer addresses this connection. */
  abstract byte[] ownId();

  final @Nullable QuicLink link() {
    return link;
  }

  /** Closes it, whatever state it is in; nothing is reported any more. */
  final void close(CloseReason reason) {
    if (link != null) {
      link.close(reason);
    } else if (channel != null) {
      Closing.close(channel, reason);
    }
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    QuicChannel added = (QuicChannel) ctx.channel();
    channel = added;
    // Unlike channelInactive this comes even if the handshake never ended.
    var _ = added.closeFuture().addListener(closed -> onClosed(howClosed(added)));
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    QuicChannel active = (QuicChannel) ctx.channel();
    switch (checkPeer(active)) {
      case Refused(String reason) -> refuse(CloseReason.BAD_CERTIFICATE, reason);
      case Accepted(var node) -> {
        CloseReason objection = objectionTo(node.nodeId());
        if (objection == null) {
          makeLink(active, node.nodeId());
        } else {
          refuse(objection, "it is " + node.nodeId() + ", and " + objection.explanation());
        }
      }
    }
    ctx.fireChannelActive();
  }

  /**
   * Either a stream that the peer opened, which Netty sets up behind this handler, or a datagram.
   */
  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (message instanceof ByteBuf datagram) {
      try {
        if (link != null) {
          link.onDatagram(datagram);
        }
      } finally {
        ReferenceCountUtil.release(message);
      }
    } else {
      ctx.fireChannelRead(message);
    }
  }

  /**
   * Datagrams were read, and the acknowledgement leaves when this returns: what was answered at
   * once shares its packet.
   */
  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    if (link != null) {
      link.flush();
    }
    ctx.fireChannelReadComplete();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof QuicConnectionCloseEvent close) {
      end = Closing.describe(close);
    }
    ctx.fireUserEventTriggered(event);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (cause instanceof RuntimeException || cause instanceof Error) {
      LOG.error("A fault of this node ended the connection with {}", remote, cause);
      var _ = ctx.close();
    }
    onFailure(cause);
  }

  /** The peer said hello. */
  void onOpened(Bytes peersToken) {
    peerToken = peersToken;
    shared.resets().expect(peerToken, onReset);
  }

  /** The connection is gone. */
  void onClosed(LinkEnd how) {
    if (peerToken != null) {
      shared.resets().forget(peerToken, onReset);
    }
    if (link != null) {
      link.onConnectionClosed(how);
    }
  }

  /** A failure of the whole connection, such as of its TLS handshake. */
  final void onFailure(Throwable cause) {
    String text = Printable.of(String.valueOf(cause.getMessage()));
    if (cause instanceof SSLHandshakeException && link == null) {
      shared.setup().refusals().refused(remote, "the TLS handshake failed: " + text);
    }
    if (end == null) {
      end = LinkEnd.broken(text);
    }
  }

  private void makeLink(QuicChannel active, NodeId peer) {
    QuicLink made = shared.newLink(this, active, peer);
    link = made;
    onLink(made);
  }

  private void refuse(CloseReason reason, String explanation) {
    shared.setup().refusals().refused(remote, explanation);
    end = LinkEnd.broken(explanation);
    close(reason);
  }

  private void onReset() {
    end = LinkEnd.lost();
    if (channel != null) {
      var _ = channel.close();
    }
  }

  private PeerCheck checkPeer(QuicChannel active) {
    SSLEngine engine = active.sslEngine();
    return engine == null
        ? new Refused("it has no TLS session")
        : shared.setup().verifier().check(engine.getSession());
  }

  private LinkEnd howClosed(QuicChannel closed) {
    if (end != null) {
      return end;
    }
    return closed.isTimedOut()
        ? LinkEnd.silent(shared.setup().settings().timing().idleMillis())
        : LinkEnd.broken("the connection was closed");
  }
}
