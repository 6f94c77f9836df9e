package org.lagroups.node.transport.quic;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.Unpooled;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.node.transport.TransportLimits;
import org.lagroups.node.transport.auth.HandshakeGate;
import org.lagroups.simnet.fuzz.ShortRun;

/** Whatever comes as a retry token: nobody can make one. */
final class RetryTokenFuzzTest {

  private static final InetSocketAddress SOURCE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 4_000);

  private final HandshakeGate gate = new HandshakeGate(new TransportLimits(256, 32, 100, 4, 1, 1));
  private final RetryTokens tokens = new RetryTokens(gate, () -> 1_000, new Random(1));

  @MethodSource("invented")
  @FuzzTest(maxDuration = "30s")
  void retryToken(byte[] input) {
    assertThat(tokens.validateToken(Unpooled.wrappedBuffer(input), SOURCE)).isEqualTo(-1);
  }

  @Test
  void shortRun() {
    ShortRun.on(invented(), this::retryToken);
  }

  /** The right time, a MAC of zeros, and an ID. */
  static List<byte[]> invented() {
    return List.of(
        HexFormat.of().parseHex("00000000000003e8" + "00".repeat(16) + "0102030405060708"));
  }
}
