package org.lagroups.node.transport.quic;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.DatagramPacket;
import io.netty.util.ReferenceCountUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.core.crypto.Identity;
import org.lagroups.machine.Bytes;
import org.lagroups.node.transport.link.Hello;
import org.lagroups.simnet.fuzz.ShortRun;

/** Whatever datagram comes, from anybody: it goes one way or nowhere, and is let go of. */
final class DatagramFuzzTest {

  private static final Identity ALICE = Identity.generate(new Random(1));
  private static final Bytes EXPECTED =
      Bytes.copyOf("expected reset..".getBytes(StandardCharsets.US_ASCII));
  private static final InetSocketAddress HERE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 4_000);
  private static final InetSocketAddress THERE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 4_001);

  private final ConnectionIds ids = new ConnectionIds(new Random(1));
  private final List<String> went = new ArrayList<>();

  /** Stands where a codec of connections is. */
  private final class Codec extends ChannelInboundHandlerAdapter {
    private final String name;

    Codec(String name) {
      this.name = name;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      went.add(name);
      ReferenceCountUtil.release(message);
    }
  }

  @MethodSource("datagrams")
  @FuzzTest(maxDuration = "30s")
  void datagram(byte[] input) {
    went.clear();
    EmbeddedChannel channel = channel();
    ByteBuf content = Unpooled.buffer().writeBytes(input);
    channel.writeInbound(new DatagramPacket(content, HERE, THERE));
    DatagramPacket answer = channel.readOutbound();
    if (answer != null) {
      went.add("reset");
      assertThat(answer.content().readableBytes()).isLessThan(input.length);
      assertThat(answer.recipient()).isEqualTo(THERE);
      answer.release();
    }
    assertThat(channel.<Object>readOutbound()).isNull();
    assertThat(went).hasSizeLessThanOrEqualTo(1);
    assertThat(content.refCnt()).as("references to what went to %s", went).isZero();
    channel.finishAndReleaseAll();
  }

  @Test
  void shortRun() {
    ShortRun.on(datagrams(), this::datagram);
  }

  @Test
  void theSamplesGoAllWays() {
    List<String> ways = new ArrayList<>();
    for (byte[] sample : datagrams()) {
      datagram(sample);
      ways.add(String.join(" ", went));
    }
    assertThat(ways).containsExactly("accepting", "dialling", "accepting", "reset", "lost session");
  }

  /** A long header, short headers of a dialled and an accepted connection, and of none. */
  static List<byte[]> datagrams() {
    ConnectionIds ids = new ConnectionIds(new Random(1));
    byte[] foreign = Bytes.fromHex("aa".repeat(ConnectionIds.LENGTH)).toArray();
    Bytes noise = Bytes.fromHex("11".repeat(Hello.RESET_TOKEN_LENGTH + 5));
    return List.of(
        joined(Bytes.fromHex("c00000000108"), foreign, noise),
        joined(Bytes.fromHex("40"), ids.newDialled(), noise),
        joined(Bytes.fromHex("40"), ids.newId(ConnectionIds.LENGTH).array(), noise),
        joined(Bytes.fromHex("40"), foreign, noise),
        joined(Bytes.fromHex("4000000000"), foreign, EXPECTED));
  }

  private static byte[] joined(Bytes first, byte[] id, Bytes last) {
    return Unpooled.copiedBuffer(first.toArray(), id, last.toArray()).array();
  }

  private EmbeddedChannel channel() {
    StatelessResets resets = new StatelessResets(new ResetTokens(ALICE), () -> 0, new Random(3));
    resets.expect(EXPECTED, () -> went.add("lost session"));
    EmbeddedChannel channel = new EmbeddedChannel();
    channel.pipeline().addLast(new Demultiplexer(ids, resets, "accepting"));
    channel.pipeline().addLast("accepting", new Codec("accepting"));
    channel.pipeline().addLast(new Codec("dialling"));
    return channel;
  }
}
