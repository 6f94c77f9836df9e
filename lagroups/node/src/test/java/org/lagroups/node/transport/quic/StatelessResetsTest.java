package org.lagroups.node.transport.quic;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lagroups.core.crypto.Identity;
import org.lagroups.machine.Bytes;

final class StatelessResetsTest {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final InetSocketAddress HERE = new InetSocketAddress(LOOPBACK, 1);
  private static final InetSocketAddress THERE = new InetSocketAddress(LOOPBACK, 2);
  private static final byte[] ID = {1, 2, 3, 4, 5, 6, 7, 8};

  private final Identity bob = Identity.generate(new Random(2));
  private final StatelessResets bobs = resets(bob);
  private final StatelessResets alices = resets(Identity.generate(new Random(1)));
  private boolean lost;

  @Test
  void aRestartedNodeProvesThatItLostTheSession() {
    // What Bob said in his hello, before he was restarted with the same identity.
    alices.expect(new ResetTokens(bob).tokenOf(ID), () -> lost = true);
    ByteBuf answer = answerOf(bobs, packetTo(ID, 60));
    assertThat(answer).isNotNull();
    assertThat(answerOf(alices, answer)).isNull();
    assertThat(lost).isTrue();
  }

  @Test
  void aResetOfAnotherConnectionOrNodeChangesNothing() {
    alices.expect(new ResetTokens(bob).tokenOf(ID), () -> lost = true);
    answerOf(alices, answerOf(bobs, packetTo(new byte[8], 60)));
    answerOf(alices, answerOf(alices, packetTo(ID, 60)));
    assertThat(lost).isFalse();
  }

  @Test
  void forgetsTheTokenOfAnEndedSession() {
    Bytes token = new ResetTokens(bob).tokenOf(ID);
    Runnable onReset = () -> lost = true;
    alices.expect(token, onReset);
    alices.forget(token, onReset);
    answerOf(alices, answerOf(bobs, packetTo(ID, 60)));
    assertThat(lost).isFalse();
  }

  @Test
  void answersWithLessThanItGotAndNeverToAnAnswer() {
    for (int length = 9; length < 100; length++) {
      ByteBuf answer = answerOf(bobs, packetTo(ID, length));
      if (answer != null) {
        assertThat(answer.readableBytes()).isLessThan(length);
        assertThat(answerOf(alices, answer)).isNull();
      }
    }
  }

  @Test
  void answersOnlySoManyASecond() {
    int answers = 0;
    for (int i = 0; i < 2 * StatelessResets.MAX_PER_SECOND; i++) {
      answers += answerOf(bobs, packetTo(ID, 60)) == null ? 0 : 1;
    }
    assertThat(answers).isEqualTo(StatelessResets.MAX_PER_SECOND);
  }

  private static StatelessResets resets(Identity identity) {
    return new StatelessResets(new ResetTokens(identity), () -> 0, new Random(3));
  }

  private static ByteBuf packetTo(byte[] id, int length) {
    ByteBuf packet = Unpooled.buffer(length).writeByte(0x40).writeBytes(id);
    return packet.writeZero(length - packet.readableBytes());
  }

  /** What {@code node} sends back for a short packet of an unknown connection; null if nothing. */
  private static @Nullable ByteBuf answerOf(StatelessResets node, @Nullable ByteBuf packet) {
    EmbeddedChannel channel =
        new EmbeddedChannel(
            new ChannelInboundHandlerAdapter() {
              @Override
              public void channelRead(ChannelHandlerContext ctx, Object message) {
                node.unknown(ctx, (DatagramPacket) message);
              }
            });
    channel.writeInbound(new DatagramPacket(packet, HERE, THERE));
    DatagramPacket answer = channel.readOutbound();
    if (answer == null) {
      return null;
    }
    ByteBuf content = Unpooled.copiedBuffer(answer.content());
    answer.release();
    return content;
  }
}
