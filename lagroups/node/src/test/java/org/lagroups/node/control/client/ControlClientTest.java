package org.lagroups.node.control.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lagroups.node.control.api.Health;

class ControlClientTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org:4711",
        "https://127.0.0.1:4711",
        "http://127.0.0.1",
        "http://127.0.0.1:4711/path",
        "http://127.0.0.1.example.org:4711",
        "mailto:somebody"
      })
  void aTokenGoesToThisMachineAlone(String url) {
    assertThatThrownBy(() -> ControlClient.at(URI.create(url), "token"))
        .isInstanceOfSatisfying(
            ControlException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("wrong-url");
              assertThat(refused.hint()).contains("ssh -L");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two words", "line\r\nX-Header: 1", "tök"})
  void whatIsNoTokenIsRefused(String token) {
    assertThatThrownBy(() -> ControlClient.at(URI.create("http://127.0.0.1:4711"), token))
        .isInstanceOfSatisfying(
            ControlException.class, refused -> assertThat(refused.code()).isEqualTo("wrong-token"));
  }

  @Tag("network")
  @Test
  void saysThatNobodyAnswersThere() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    ControlClient client =
        ControlClient.at(URI.create("http://127.0.0.1:" + free + "/"), "token\n");
    assertThatThrownBy(() -> client.get("/healthz", Health.class))
        .isInstanceOfSatisfying(
            ControlException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(ControlException.NOT_RUNNING);
              assertThat(refused.hint()).contains("tunnel");
            });
  }

  @Tag("network")
  @Test
  void waitsNoLongerThanItHasPatience() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ControlClient client =
          ControlClient.at(URI.create("http://127.0.0.1:" + silent.getLocalPort()), "token")
              .within(Duration.ofMillis(50));
      assertThatThrownBy(() -> client.get("/healthz", Health.class))
          .isInstanceOfSatisfying(
              ControlException.class,
              refused -> assertThat(refused.code()).isEqualTo(ControlException.DISCONNECTED));
    }
  }
}
