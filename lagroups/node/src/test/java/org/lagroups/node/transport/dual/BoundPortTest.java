package org.lagroups.node.transport.dual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lagroups.node.transport.CarrierKind;
import org.lagroups.node.transport.PortInUseException;

/** A port number that is not free for both carriers. */
@Tag("network")
final class BoundPortTest {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @Test
  void aPortThatIsTakenOnTcpAloneIsRefusedByNameAndUdpGivenBack() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, LOOPBACK)) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> new TestNode.Setup().port(port).open(1))
          .hasCauseInstanceOf(PortInUseException.class)
          .rootCause()
          .hasMessageContaining("in use");
      assertThatThrownBy(() -> new TestNode.Setup().port(port).open(1))
          .cause()
          .hasMessageStartingWith("TCP port " + port + " on 127.0.0.1 is in use");
      try (DatagramSocket free = new DatagramSocket(new InetSocketAddress(LOOPBACK, port))) {
        assertThat(free.getLocalPort()).isEqualTo(port);
      }
    }
  }

  @Test
  void aPortThatIsTakenOnUdpAloneIsRefusedByName() throws Exception {
    try (DatagramSocket taken = new DatagramSocket(new InetSocketAddress(LOOPBACK, 0))) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> new TestNode.Setup().port(port).open(1))
          .cause()
          .isInstanceOf(PortInUseException.class)
          .hasMessageStartingWith("UDP port " + port + " on 127.0.0.1 is in use");
    }
  }

  @Test
  void anyPortIsTheSameNumberOfBoth() throws Exception {
    try (TestNode node = TestNode.open(1)) {
      for (CarrierKind carrier : CarrierKind.values()) {
        assertThatThrownBy(() -> bind(carrier, node.port()))
            .isInstanceOf(java.net.BindException.class);
      }
    }
  }

  private static void bind(CarrierKind carrier, int port) throws Exception {
    switch (carrier) {
      case TCP -> new ServerSocket(port, 1, LOOPBACK).close();
      case QUIC -> new DatagramSocket(new InetSocketAddress(LOOPBACK, port)).close();
    }
  }
}
