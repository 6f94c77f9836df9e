package org.lagroups.wormguard.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "4503599627370496",
        "10.0.0.5",
        "10.0.0.5:445",
        "2001:db8::1",
        "[2001:db8::1]",
        "[2001:db8::1]:445",
        "::ffff:10.0.0.5",
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
      })
  void readsWhatPeopleType(String text) {
    assertThat(Subject.read(text, 0)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "worm",
        "-1",
        "10.0.0",
        "10.0.0.256",
        "10.0.0.5:",
        "10.0.0.5:x",
        "[10.0.0.5",
        "any",
        "$HOME_NET",
        "10.0.0.0/8,1",
        "9999999999999999999",
        "2001:db8::g",
        "ab\n"
      })
  void refusesAllElse(String text) {
    assertThat(Subject.read(text, 0)).isEmpty();
  }

  @Test
  void readsNoLongTexts() {
    assertThat(Subject.read("1".repeat(Subject.MOST_CHARACTERS + 1), 0)).isEmpty();
  }
}
