package org.lagroups.wormguard.learn.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.wormguard.flow.Direction;
import org.lagroups.wormguard.learn.evidence.PayloadProtocol;
import org.lagroups.wormguard.learn.evidence.PayloadSample;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.address.Variables;
import org.lagroups.wormguard.rule.load.ParsedRule;
import org.lagroups.wormguard.rule.load.RuleParser;
import org.lagroups.wormguard.rule.payload.Content;

final class RuleTextTest {

  private static final SharedHeader ANY =
      new SharedHeader(
          PayloadProtocol.TCP, OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), false);

  @Test
  void writesTextWhereItIsReadable() {
    assertThat(RuleText.literal(bytes("GET /a?b=c\r\nHost: x|\"\\;z")))
        .isEqualTo("GET /a?b=c|0d 0a|Host|3a| x|7c 22 5c 3b|z");
    assertThat(RuleText.literal(Bytes.fromHex("00ff41"))).isEqualTo("|00 ff|A");
  }

  @Test
  void everyByteIsReadAsItWas() {
    byte[] all = new byte[512];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) (i < 256 ? i : 37 * i);
    }
    Rule rule = parsed(RuleText.of(ANY, Bytes.copyOf(all), 1_100_000));
    assertThat(rule.payloadConditions())
        .singleElement()
        .isInstanceOfSatisfying(
            Content.class, content -> assertThat(content.bytes()).isEqualTo(Bytes.copyOf(all)));
  }

  @Test
  void saysWhatAllSamplesShare() {
    PayloadSample one = sample(1_000, 445, Optional.of(Direction.TO_SERVER), true);
    PayloadSample other = sample(1_001, 445, Optional.of(Direction.TO_SERVER), true);
    assertThat(rule(one, other))
        .isEqualTo(
            "alert tcp any any -> any 445 (msg:\"Learned: 7 bytes that spread over tcp to port"
                + " 445\"; flow:established,to_server; content:\"content\"; sid:5; rev:1;)");
    PayloadSample elsewhere = sample(1_000, 446, Optional.empty(), true);
    assertThat(rule(one, elsewhere))
        .isEqualTo(
            "alert tcp any 1000 -> any any (msg:\"Learned: 7 bytes that spread over tcp from port"
                + " 1000\"; flow:established; content:\"content\"; sid:5; rev:1;)");
    PayloadSample back = sample(9, 10, Optional.of(Direction.TO_CLIENT), false);
    assertThat(rule(back, back))
        .isEqualTo(
            "alert tcp any any -> any 10 (msg:\"Learned: 7 bytes that spread over tcp to port"
                + " 10\"; flow:to_client; content:\"content\"; sid:5; rev:1;)");
    assertThat(rule(one, back))
        .isEqualTo(
            "alert tcp any any -> any any (msg:\"Learned: 7 bytes that spread over tcp\";"
                + " content:\"content\"; sid:5; rev:1;)");
  }

  private static String rule(PayloadSample... samples) {
    String rule = RuleText.of(SharedHeader.of(List.of(samples)), bytes("content"), 5);
    assertThat(parsed(rule).id().signature()).isEqualTo(5);
    return rule;
  }

  private static Rule parsed(String rule) {
    ParsedRule parsed = new RuleParser(Variables.DEFAULTS).parse(rule, 1);
    assertThat(parsed).as(rule).isInstanceOf(ParsedRule.Accepted.class);
    return ((ParsedRule.Accepted) parsed).rule();
  }

  private static PayloadSample sample(
      int from, int to, Optional<Direction> direction, boolean isEstablished) {
    return new PayloadSample(
        4, PayloadProtocol.TCP, from, to, direction, isEstablished, bytes("a content"));
  }

  private static Bytes bytes(String text) {
    return Bytes.copyOf(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
