package org.lagroups.wormguard.rule.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lagroups.wormguard.rule.text.Mistake;

final class SetsTest {

  private final Sets sets =
      new Sets(
          Variables.DEFAULTS
              .with("HOME_NET", "[10.0.0.0/8,2001:db8::/32]")
              .with("ONE", "192.0.2.1")
              .with("WEB", "[80,$MORE]")
              .with("MORE", "8000:8002")
              .with("CIRCLE", "[$CIRCLE]"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          any                                  | 1.2.3.4         | true
          any                                  | 2001:db8::1     | true
          192.0.2.1                            | 192.0.2.1       | true
          192.0.2.1                            | 192.0.2.2       | false
          10.0.0.0/8                           | 10.255.255.255  | true
          10.0.0.0/8                           | 11.0.0.0        | false
          10.9.8.7/255.255.0.0                 | 10.9.255.1      | true
          10.9.8.7/255.255.0.0                 | 10.8.0.1        | false
          1.2.3.4-1.2.3.6                      | 1.2.3.6         | true
          1.2.3.4-1.2.3.6                      | 1.2.3.7         | false
          0.0.0.0/0                            | 255.255.255.255 | true
          0.0.0.0/0                            | ::1             | false
          ::/0                                 | 1.2.3.4         | false
          ::/0                                 | fe80::1         | true
          !::/0                                | 1.2.3.4         | true
          !10.0.0.0/8                          | 10.1.1.1        | false
          !10.0.0.0/8                          | 9.255.255.255   | true
          !10.0.0.0/8                          | ::1             | true
          [10.0.0.0/8,!10.1.0.0/16]            | 10.1.2.3        | false
          [!10.1.0.0/16,10.0.0.0/8]            | 10.2.2.3        | true
          [!10.1.0.0/16,!10.2.0.0/16]          | 10.3.0.1        | true
          [!10.1.0.0/16,!10.2.0.0/16]          | 10.2.0.1        | false
          [1.1.1.1, [2.2.2.2, 3.3.3.3] ]       | 3.3.3.3         | true
          ![1.1.1.1,![2.2.2.2,3.3.3.3]]        | 3.3.3.3         | true
          $HOME_NET                            | 10.1.1.1        | true
          $HOME_NET                            | 2001:db8:1::9   | true
          $EXTERNAL_NET                        | 10.1.1.1        | false
          $EXTERNAL_NET                        | 192.0.2.1       | true
          [$HOME_NET,$ONE]                     | 192.0.2.1       | true
          !$ONE                                | 192.0.2.1       | false
          2001:db8:0:0:0:0:0:1                 | 2001:db8::1     | true
          ::ffff:1.2.3.4                       | 1.2.3.4         | true
          fe80::/10                            | febf:ffff::1    | true
          fe80::/10                            | fec0::          | false
          """)
  void containsWhatItMeans(String text, String address, boolean expected) throws Mistake {
    AddressSet set = sets.addresses("source address", text);
    Address asked = AddressLiteral.read(address).orElseThrow();
    assertThat(set.contains(asked.high(), asked.low())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          any          | 0     | true
          80           | 80    | true
          80           | 81    | false
          1024:        | 65535 | true
          1024:        | 1023  | false
          :1023        | 0     | true
          80:82        | 82    | true
          !80          | 80    | false
          [80,90:92]   | 91    | true
          [1:99,!80]   | 80    | false
          $WEB         | 8001  | true
          !$WEB        | 8001  | false
          """)
  void containsThePortsItMeans(String text, int port, boolean expected) throws Mistake {
    assertThat(sets.ports("source ports", text).contains(port)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "!",
        "[]",
        "[1.2.3.4",
        "1.2.3.4]",
        "[1.2.3.4],[1.2.3.5]",
        "1.2.3",
        "1.2.3.256",
        "1.2.3.4/33",
        "1.2.3.4/255.0.255.0",
        "1.2.3.4-1.2.3.3",
        "localhost",
        "$NONE",
        "$CIRCLE",
        "1::2::3",
        ":::",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "::1/129",
        "::12345",
        "::1.2.3",
        "!any",
        "[1.1.1.1,!1.1.1.1]",
        "+1.2.3.4",
        "[1.1.1.1,]",
        "[[1.1.1.1]"
      })
  void refusesAddresses(String text) {
    assertThatThrownBy(() -> sets.addresses("source address", text)).isInstanceOf(Mistake.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "65536", "-1", "90:80", "http", "80-90", "!any", "[80", "1:2:3"})
  void refusesPorts(String text) {
    assertThatThrownBy(() -> sets.ports("source ports", text)).isInstanceOf(Mistake.class);
  }

  @Test
  void boundsElements() throws Mistake {
    String most = list(Sets.MAX_ELEMENTS);
    assertThat(sets.ports("source ports", most).size()).isEqualTo(Sets.MAX_ELEMENTS);
    assertThatThrownBy(() -> sets.ports("source ports", list(Sets.MAX_ELEMENTS + 1)))
        .isInstanceOf(Mistake.class)
        .hasMessageContaining("elements");
  }

  private static String list(int elements) {
    return IntStream.range(0, elements)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Test
  void boundsDepth() throws Mistake {
    assertThat(sets.ports("source ports", nested(Sets.MAX_DEPTH)).contains(80)).isTrue();
    assertThatThrownBy(() -> sets.ports("source ports", nested(Sets.MAX_DEPTH + 1)))
        .isInstanceOf(Mistake.class)
        .hasMessageContaining("deep");
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "80" + "]".repeat(depth);
  }

  /**
   * Read as often as they are named, the last of these would be 2^15 elements, more than a set may
   * have.
   */
  @Test
  void readsVariablesOnceHoweverOftenTheyNameEachOther() throws Mistake {
    Variables variables = Variables.DEFAULTS.with("V0", "80");
    for (int i = 1; i <= 15; i++) {
      variables = variables.with("V" + i, "[$V%1$d,$V%1$d]".formatted(i - 1));
    }
    assertThat(new Sets(variables).ports("source ports", "$V15").size()).isOne();
  }

  @Test
  void tellsWhatIsInThem() throws Mistake {
    assertThat(sets.ports("source ports", "[80,82:90,81,!84]")).hasToString("[80:83,85:90]");
    assertThat(sets.ports("source ports", "[:79,80:]").isAny()).isTrue();
    assertThat(sets.addresses("source address", "[10.0.0.1,10.0.0.2,2001:db8::/127]"))
        .hasToString(
            "[10.0.0.1-10.0.0.2,"
                + " 2001:0db8:0000:0000:0000:0000:0000:0000-2001:0db8:0000:0000:0000:0000:0000:0001]");
  }

  @Test
  void sharesEqualSets() throws Mistake {
    assertThat(sets.addresses("source address", "$HOME_NET"))
        .isSameAs(sets.addresses("destination address", "$HOME_NET"));
  }

  @Test
  void refusesNamesThatAreNone() {
    assertThatThrownBy(() -> Variables.DEFAULTS.with("HOME NET", "any"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Variables.DEFAULTS.with("HOME_NET", " "))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
