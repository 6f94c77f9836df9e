package org.lagroups.wormguard.cooperate.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SharedRuleTest {

  @Test
  void takesARuleThatLooksForSomething() {
    assertThat(
            SharedRule.read(
                "drop tcp any any -> any 80 (msg:\"a worm\"; content:\"|de ad be ef|wxyz\"; sid:7;)"))
        .isInstanceOfSatisfying(
            SharedRule.Terms.Met.class,
            met -> assertThat(met.rule().id().signature()).isEqualTo(7));
  }

  @Test
  void takesATellingContentThatIsPreferred() {
    assertThat(
            SharedRule.read(
                "drop ip any any -> any any (content:\"abcdefgh\"; fast_pattern; content:\"0123456789\"; sid:1;)"))
        .isInstanceOf(SharedRule.Terms.Met.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "drop ip any any -> any any (sid:1;) # would hold for too much",
        "drop ip any any -> any any (content:\"abcdefg\"; sid:1;) # at least 8 bytes",
        "drop ip any any -> any any (content:\"|00 00 00 00 00 00 00 00 00 00|\"; sid:1;) # 4 of them different",
        "drop ip any any -> any any (content:!\"abcdefgh\"; sid:1;) # would hold for too much",
        "drop ip any any -> any any (content:\"abcdefgh\"; content:\"a\"; fast_pattern; sid:1;) # leave out fast_pattern",
        "drop ip any any -> any any (content:\"abcdefgh\"; content:\"e\"; fast_pattern:only; sid:1;) # leave out fast_pattern",
        "drop ip any any -> any any (pcre:\"/.*/\"; sid:1;) # would hold for too much",
        "pass ip any any -> any any (content:\"abcdefgh\"; sid:1;) # lets nothing pass",
        "alert ip any any -> any any (content:\"abcdefgh\"; noalert; sid:1;) # silent",
        "drop ip any any -> any any (content:\"abcdefgh\"; flowbits:set,a; sid:1;) # flowbits",
        "drop ip any any -> any any (content:\"abcdefgh\"; threshold:type limit,track by_src,count 1,seconds 60; sid:1;) # threshold",
        "drop ip $HOME_NET any -> any any (content:\"abcdefgh\"; sid:1;) # variables",
        "drop ip any any -> any any (content:\"abcdefgh\"; frobnicate; sid:1;) # frobnicate",
        "hello # options",
      })
  void refusesWhatNoGatewayShouldTakeFromAnother(String rule, String why) {
    assertThat(SharedRule.read(rule.strip()))
        .isInstanceOfSatisfying(
            SharedRule.Terms.Refused.class,
            refused -> assertThat(refused.why()).contains(why.strip()));
  }
}
