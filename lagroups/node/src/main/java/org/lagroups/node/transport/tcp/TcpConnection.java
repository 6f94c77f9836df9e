package org.lagroups.node.transport.tcp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.Printable;
import org.lagroups.node.transport.auth.PeerCheck.Accepted;
import org.lagroups.node.transport.auth.PeerCheck.Refused;
import org.lagroups.node.transport.link.CloseReason;
import org.lagroups.node.transport.link.LinkEnd;
import org.lagroups.node.transport.link.LinkSetup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of one TCP connection: TLS handshake, check of the certificate, then a {@link TcpLink}
 * until it closes.
 */
abstract class TcpConnection extends ChannelInboundHandlerAdapter {

  private static final Logger LOG = LoggerFactory.getLogger(TcpConnection.class);

  final LinkSetup setup;
  final InetSocketAddress remote;
  private @Nullable ChannelHandlerContext context;
  private @Nullable TcpLink link;
  private @Nullable LinkEnd end;
  private boolean isOver;

  TcpConnection(LinkSetup setup, InetSocketAddress remote) {
    this.setup = setup;
    this.remote = remote;
  }

  /** The peer has proved to be this node. Returns why it is not welcome, or null if it is. */
  abstract @Nullable CloseReason objectionTo(NodeId peer);

  /** The connection became a link. */
  abstract void onLink(TcpLink made);

  /** Whether this side opened the connection. */
  abstract boolean isDialled();

  /** The peer said hello. */
  void onOpened() {}

  /** The connection is gone; called once. */
  void onClosed(LinkEnd how) {
    if (link != null) {
      link.onConnectionClosed(how);
    }
  }

  /** Closes it, whatever state it is in; nothing is reported any more. */
  final void close(CloseReason reason) {
    if (link != null) {
      link.close(reason);
    } else if (context != null) {
      var _ = context.close();
    }
  }

  /** It could not be made at all. */
  final void onFailure(Throwable cause) {
    fail(Printable.of(String.valueOf(cause.getMessage())));
    over();
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    context = ctx;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof SslHandshakeCompletionEvent handshake) {
      if (handshake.isSuccess()) {
        admit(ctx);
      } else {
        onHandshakeFailed(handshake.cause());
      }
    }
    ctx.fireUserEventTriggered(event);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    try {
      if (link != null && message instanceof ByteBuf bytes) {
        link.read(bytes);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (link != null && ctx.channel().isWritable()) {
      link.becameWritable();
    }
    ctx.fireChannelWritabilityChanged();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    over();
    ctx.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    boolean isPeersFault = cause instanceof DecoderException;
    if (!isPeersFault && (cause instanceof RuntimeException || cause instanceof Error)) {
      LOG.error("A fault of this node ended the connection with {}", remote, cause);
    }
    fail(Printable.of(String.valueOf(cause.getMessage())));
    var _ = ctx.close();
  }

  private void admit(ChannelHandlerContext ctx) {
    switch (setup.verifier().check(ctx.pipeline().get(SslHandler.class).engine().getSession())) {
      case Refused(String reason) -> refuse(ctx, CloseReason.BAD_CERTIFICATE, reason);
      case Accepted(var node) -> {
        NodeId peer = node.nodeId();
        CloseReason objection = objectionTo(peer);
        if (objection == null) {
          TcpLink made = new TcpLink(ctx, peer, remote, isDialled(), this::onOpened, setup);
          link = made;
          onLink(made);
        } else {
          refuse(ctx, objection, "it is " + peer + ", and " + objection.explanation());
        }
      }
    }
  }

  private void refuse(ChannelHandlerContext ctx, CloseReason reason, String explanation) {
    setup.refusals().refused(remote, explanation);
    fail(explanation);
    TcpLink.farewell(ctx, reason);
  }

  /** Somebody who merely goes away has not been refused. */
  private void onHandshakeFailed(Throwable cause) {
    String text = "the TLS handshake failed: " + Printable.of(String.valueOf(cause.getMessage()));
    if (!(cause instanceof ClosedChannelException)) {
      setup.refusals().refused(remote, text);
    }
    fail(text);
  }

  private void fail(String reason) {
    if (end == null) {
      end = LinkEnd.broken(reason);
    }
  }

  private void over() {
    if (!isOver) {
      isOver = true;
      onClosed(end == null ? LinkEnd.broken("the peer closed the connection") : end);
    }
  }
}
