package org.lagroups.node.transport.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;

final class SessionMessageTest {

  private static final Bytes TOKEN = Bytes.copyOf(new byte[Hello.RESET_TOKEN_LENGTH]);

  @Test
  void readsBackAHello() {
    Hello hello = new Hello(Long.MIN_VALUE, 7, TOKEN);
    assertThat(SessionMessage.decode(SessionMessage.encode(hello)))
        .isEqualTo(new SessionMessage.Greeting(hello));
  }

  @Test
  void readsAConfirmation() {
    assertThat(SessionMessage.decode(SessionMessage.CONFIRMATION))
        .isEqualTo(new SessionMessage.Confirmation());
  }

  @Test
  void ignoresWhatALaterVersionAppendsOrAdds() {
    Hello hello = new Hello(1, 7, TOKEN);
    byte[] encoded = SessionMessage.encode(hello).toArray();
    byte[] longer = Arrays.copyOf(encoded, encoded.length + 5);
    assertThat(SessionMessage.decode(Bytes.copyOf(longer)))
        .isEqualTo(new SessionMessage.Greeting(hello));
    assertThat(SessionMessage.decode(Bytes.copyOf((byte) 3)))
        .isEqualTo(new SessionMessage.Unknown());
  }

  @Test
  void refusesATruncatedHello() {
    Bytes encoded = SessionMessage.encode(new Hello(1, 7, TOKEN));
    for (int length = 0; length < encoded.length(); length++) {
      assertThat(SessionMessage.decode(encoded.slice(0, length)))
          .isEqualTo(new SessionMessage.Malformed());
    }
  }

  @Test
  void aHelloIsNewerByItsSequenceOrByAnotherIncarnation() {
    Hello earlier = new Hello(1, 7, TOKEN);
    assertThat(new Hello(1, 8, TOKEN).isNewerThan(earlier)).isTrue();
    assertThat(new Hello(2, 1, TOKEN).isNewerThan(earlier)).isTrue();
    assertThat(new Hello(1, 7, TOKEN).isNewerThan(earlier)).isFalse();
    assertThat(new Hello(1, 6, TOKEN).isNewerThan(earlier)).isFalse();
  }

  @FuzzTest(maxDuration = "30s")
  void anyBytesGiveAResult(byte[] input) {
    if (SessionMessage.decode(Bytes.copyOf(input)) instanceof SessionMessage.Greeting(var hello)) {
      assertThat(input).startsWith(SessionMessage.encode(hello).toArray());
    }
  }
}
