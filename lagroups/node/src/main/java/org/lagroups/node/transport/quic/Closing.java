package org.lagroups.node.transport.quic;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.quic.QuicChannel;
import io.netty.handler.codec.quic.QuicConnectionCloseEvent;
import java.util.Optional;
import org.lagroups.node.transport.link.CloseReason;
import org.lagroups.node.transport.link.LinkEnd;

/**
 * How connections are closed so that the peer learns why.
 *
 * <p>Reasons travel as codes of QUIC's transport-level close, in a range of our own, and never as
 * an application-level close: quiche as of Netty 4.2.18 sends acknowledgements without end when an
 * application closes a connection whose handshake is not confirmed yet and whose probe timer has
 * fired.
 */
final class Closing {

  private static final int FIRST_CODE = 0x4c47_0000;
  private static final int CODES = 0x1_0000;

  private Closing() {}

  static void close(QuicChannel channel, CloseReason reason) {
    var _ =
        channel.close(
            false, FIRST_CODE + reason.code(), Unpooled.copiedBuffer(reason.explanation(), UTF_8));
  }

  /** What the peer's close means. Nothing that the peer wrote is in it. */
  static LinkEnd describe(QuicConnectionCloseEvent close) {
    int code = close.error() - FIRST_CODE;
    if (!close.isApplicationClose() && code >= 0 && code < CODES) {
      Optional<CloseReason> reason = CloseReason.of(code);
      return reason
          .map(LinkEnd::said)
          .orElseGet(() -> LinkEnd.farewell("the peer closed the session: code " + code));
    }
    return LinkEnd.broken(
        close.isTlsError()
            ? "the peer refused the TLS handshake"
            : "the peer closed the connection with QUIC error " + close.error());
  }
}
