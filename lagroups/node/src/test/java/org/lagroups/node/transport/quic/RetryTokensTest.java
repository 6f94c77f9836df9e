package org.lagroups.node.transport.quic;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lagroups.node.transport.TransportLimits;
import org.lagroups.node.transport.auth.HandshakeGate;

final class RetryTokensTest {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final InetSocketAddress SOURCE = new InetSocketAddress(LOOPBACK, 4_000);

  private final HandshakeGate gate = new HandshakeGate(new TransportLimits(256, 32, 100, 4, 1, 1));
  private final ByteBuf originalId = Unpooled.wrappedBuffer(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
  private long now = 1_000;
  private final RetryTokens tokens = new RetryTokens(gate, () -> now, new Random(1));

  @Test
  void asksForNothingWhileFewHandshakesAreOpen() {
    gate.enter(LOOPBACK);
    assertThat(tokens.writeToken(Unpooled.buffer(), originalId, SOURCE)).isFalse();
  }

  @Test
  void acceptsItsOwnTokenFromTheSameSourceForAWhile() {
    ByteBuf token = token();
    int offset = tokens.validateToken(token, SOURCE);
    assertThat(token.slice(offset, token.readableBytes() - offset)).isEqualTo(originalId);
    now += RetryTokens.VALID_NANOS + 1;
    assertThat(tokens.validateToken(token, SOURCE)).isEqualTo(-1);
  }

  @Test
  void refusesATokenFromElsewhere() {
    ByteBuf token = token();
    assertThat(tokens.validateToken(token, new InetSocketAddress(LOOPBACK, 4_001))).isEqualTo(-1);
    RetryTokens other = new RetryTokens(gate, () -> now, new Random(2));
    assertThat(other.validateToken(token, SOURCE)).isEqualTo(-1);
  }

  @Test
  void refusesAnyChangedByteAndAnyOtherLength() {
    ByteBuf token = token();
    for (int i = 0; i < token.readableBytes(); i++) {
      ByteBuf changed = token.copy();
      changed.setByte(i, changed.getByte(i) ^ 1);
      assertThat(tokens.validateToken(changed, SOURCE)).isEqualTo(-1);
      assertThat(tokens.validateToken(token.slice(0, i), SOURCE)).isEqualTo(-1);
    }
    assertThat(tokens.validateToken(Unpooled.wrappedBuffer(new byte[100]), SOURCE)).isEqualTo(-1);
  }

  @Test
  void refusesAConnectionIdThatItDidNotGive() {
    ByteBuf shortId = Unpooled.wrappedBuffer(new byte[3]);
    assertThat(tokens.validateToken(token(), SOURCE, shortId).isValid()).isFalse();
    assertThat(tokens.validateToken(token(), SOURCE, originalId).isValid()).isTrue();
  }

  @Test
  void refusesEveryoneFromASourceWithTooManyOpenHandshakes() {
    ByteBuf token = token();
    gate.enter(LOOPBACK);
    gate.enter(LOOPBACK);
    assertThat(tokens.validateToken(token, SOURCE)).isEqualTo(-1);
    gate.leave(LOOPBACK);
    assertThat(tokens.validateToken(token, SOURCE)).isPositive();
  }

  /** A token, asked for because half of what a source may have open is open. */
  private ByteBuf token() {
    if (!gate.isBusy(LOOPBACK)) {
      gate.enter(LOOPBACK);
      gate.enter(LOOPBACK);
    }
    ByteBuf token = Unpooled.buffer(tokens.maxTokenLength());
    assertThat(tokens.writeToken(token, originalId, SOURCE)).isTrue();
    return token;
  }
}
