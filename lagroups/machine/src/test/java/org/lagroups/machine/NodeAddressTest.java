package org.lagroups.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.org:4100",
        "a:1",
        "xn--bcher-kva.example:65535",
        "192.0.2.1:80",
        "[::1]:4100",
        "[2001:db8::7]:443",
        "[::ffff:192.0.2.1]:9"
      })
  void readsBackItsText(String text) {
    NodeAddress address = NodeAddress.parse(text);
    assertThat(address).hasToString(text);
    assertThat(NodeAddress.parse(address.toString())).isEqualTo(address);
  }

  @Test
  void keepsHostAndPort() {
    assertThat(NodeAddress.parse("[2001:db8::7]:443"))
        .isEqualTo(new NodeAddress("2001:db8::7", 443));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        ":80",
        "example.org:",
        "example.org:0",
        "example.org:65536",
        "example.org:-1",
        "example.org:+80",
        "example.org:99999999999",
        "example.org:\u0664\u0662",
        "exa mple:80",
        "-a:80",
        "a-:80",
        "a_b:80",
        "http://a:80",
        "a/b:80",
        "[::1:80",
        "::1]:80",
        "[]:80",
        "[:]:80",
        "[a.example]:80",
        "[fe80::1%eth0]:80",
        "a\u202eb:80"
      })
  void refuses(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NodeAddress.parse(text))
        .satisfies(e -> assertThat(e.getMessage()).isNotBlank().doesNotContain("\u202e"));
  }

  @Test
  void wantsBracketsAroundAnIpv6Address() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NodeAddress.parse("fe80::1"))
        .withMessageContaining("[fe80::1]:PORT");
  }

  @Test
  void boundsTheLengthOfTheHost() {
    assertThat(new NodeAddress("a".repeat(253), 1).host()).hasSize(253);
    assertThatIllegalArgumentException().isThrownBy(() -> new NodeAddress("a".repeat(254), 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NodeAddress.parse("x".repeat(1_000_000) + ":1"))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
  }
}
