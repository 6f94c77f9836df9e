package org.lagroups.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lagroups.core.monitor.proto.HeartbeatProto;
import org.lagroups.machine.Bytes;

final class BeatCodecTest {

  @Test
  void returnsWhatWasEncoded() {
    for (Beat beat :
        new Beat[] {
          new Beat(0, 0, 0, false),
          new Beat(1, 0, 0, true),
          new Beat(70_000, 69_000, 2_500_000, false),
          new Beat(Beat.MAX_COUNTER, Beat.MAX_COUNTER, Beat.MAX_ECHO_DELAY_MICROS, true)
        }) {
      Bytes encoded = BeatCodec.encode(beat);
      assertThat(encoded.length()).isLessThanOrEqualTo(BeatCodec.MAX_BYTES);
      assertThat(BeatCodec.decode(encoded)).contains(beat);
    }
  }

  @Test
  void anOrdinaryBeatTakesLessThanSixteenBytes() {
    assertThat(BeatCodec.encode(new Beat(1 << 20, 1 << 20, 5_000_000, false)).length())
        .isLessThan(16);
  }

  /** An unknown field, a repeated one, the wrong order, a zero that is left out, garbage. */
  @ParameterizedTest
  @ValueSource(strings = {"08012a00", "08010802", "20010801", "08011000", "088100", "ff", "0801ff"})
  void refusesWhatIsNotCanonical(String hex) {
    assertThat(BeatCodec.decode(Bytes.fromHex(hex))).isEmpty();
  }

  @Test
  void refusesValuesOutOfRange() {
    assertThat(BeatCodec.decode(message(Beat.MAX_COUNTER + 1, 0, 0, false))).isEmpty();
    assertThat(BeatCodec.decode(message(-1, 0, 0, false))).isEmpty();
    assertThat(BeatCodec.decode(message(1, -1, 0, false))).isEmpty();
    assertThat(BeatCodec.decode(message(1, 1, Beat.MAX_ECHO_DELAY_MICROS + 1, false))).isEmpty();
    assertThat(BeatCodec.decode(message(1, 1, -1, false))).isEmpty();
    assertThat(BeatCodec.decode(message(0, 0, 0, true))).isEmpty();
    assertThat(BeatCodec.decode(Bytes.wrapOwned(new byte[BeatCodec.MAX_BYTES + 1]))).isEmpty();
  }

  private static Bytes message(long counter, long echoed, long delayMicros, boolean wantsReply) {
    return Bytes.wrapOwned(
        HeartbeatProto.Beat.newBuilder()
            .setCounter(counter)
            .setEchoedCounter(echoed)
            .setEchoDelayMicros(delayMicros)
            .setWantsReply(wantsReply)
            .build()
            .toByteArray());
  }
}
