package org.lagroups.node.transport.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.machine.Bytes;
import org.lagroups.node.transport.lane.Lane;
import org.lagroups.node.transport.lane.LaneMessage;
import org.lagroups.simnet.fuzz.ShortRun;

final class SessionMessageTest {

  private static final Bytes TOKEN = Bytes.copyOf(new byte[Hello.RESET_TOKEN_LENGTH]);
  private static final Hello HELLO = new Hello(Long.MIN_VALUE, 7, TOKEN);

  private static final List<SessionMessage> ALL =
      List.of(
          new SessionMessage.Greeting(HELLO),
          new SessionMessage.Confirmation(),
          new SessionMessage.Attaching(new Attachment(Long.MIN_VALUE, 7, 9, TOKEN)),
          new SessionMessage.OfLanes(new LaneMessage.Resume(3, Long.MAX_VALUE, 5)),
          new SessionMessage.OfLanes(new LaneMessage.Begin(Lane.ORDERED, 3)),
          new SessionMessage.OfLanes(new LaneMessage.Begin(Lane.BULK, -3)),
          new SessionMessage.OfLanes(new LaneMessage.Received(-1, 5)),
          new SessionMessage.Gone(9),
          new SessionMessage.Farewell(4),
          new SessionMessage.Ping(),
          new SessionMessage.Pong());

  @Test
  void readsBackWhatIsSaid() {
    for (SessionMessage message : ALL) {
      assertThat(decode(message, SessionMessages.encode(message))).isEqualTo(message);
    }
  }

  @Test
  void ignoresWhatALaterVersionAppendsOrAdds() {
    for (SessionMessage message : ALL) {
      byte[] encoded = SessionMessages.encode(message).toArray();
      byte[] longer = Arrays.copyOf(encoded, encoded.length + 5);
      assertThat(decode(message, Bytes.copyOf(longer))).isEqualTo(message);
    }
    assertThat(SessionMessages.decode(Lane.ORDERED, Bytes.copyOf((byte) 11)))
        .isEqualTo(new SessionMessage.Unknown());
  }

  @Test
  void refusesWhatIsTruncated() {
    for (SessionMessage message : ALL) {
      Bytes encoded = SessionMessages.encode(message);
      for (int length = 0; length < encoded.length(); length++) {
        assertThat(decode(message, encoded.slice(0, length)))
            .isEqualTo(new SessionMessage.Malformed());
      }
    }
  }

  @Test
  void takesNothingInTheBulkLaneButItsBeginning() {
    for (SessionMessage message : ALL) {
      if (!(message instanceof SessionMessage.OfLanes(LaneMessage.Begin _))) {
        assertThat(SessionMessages.decode(Lane.BULK, SessionMessages.encode(message)))
            .isEqualTo(new SessionMessage.Malformed());
      }
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

  @Test
  void shortRun() {
    ShortRun.on(samples(), this::anyBytesGiveAResult);
  }

  static List<byte[]> samples() {
    return ALL.stream().map(message -> SessionMessages.encode(message).toArray()).toList();
  }

  @MethodSource("samples")
  @FuzzTest(maxDuration = "30s")
  void anyBytesGiveAResult(byte[] input) {
    for (Lane lane : Lane.values()) {
      SessionMessage message = SessionMessages.decode(lane, Bytes.copyOf(input));
      if (!(message instanceof SessionMessage.Malformed)
          && !(message instanceof SessionMessage.Unknown)) {
        assertThat(input).startsWith(SessionMessages.encode(message).toArray());
      }
    }
  }

  private static SessionMessage decode(SessionMessage original, Bytes encoded) {
    boolean isBulk =
        original instanceof SessionMessage.OfLanes(LaneMessage.Begin begin)
            && begin.lane() == Lane.BULK;
    return SessionMessages.decode(isBulk ? Lane.BULK : Lane.ORDERED, encoded);
  }
}
