package org.lagroups.wormguard.flow.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.lagroups.wormguard.flow.Direction;

/** Notes what is told of one flow, and that it is in order. A byte of a gap is noted as '_'. */
final class Told implements StreamListener {

  private final Map<Direction, ByteArrayOutputStream> streams = new EnumMap<>(Direction.class);

  Told() {
    for (Direction way : Direction.values()) {
      streams.put(way, new ByteArrayOutputStream());
    }
  }

  @Override
  public boolean isTold(
      int flow, Direction way, MemorySegment memory, long offset, int length, long place) {
    byte[] those = memory.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE);
    int from = (int) place;
    return Arrays.equals(those, Arrays.copyOfRange(bytes(way), from, from + length));
  }

  @Override
  public void streamed() {}

  @Override
  public void data(
      int flow, Direction way, MemorySegment memory, long offset, int length, long streamOffset) {
    assertThat(length).isPositive();
    assertThat(streamOffset).isEqualTo(stream(way).size());
    stream(way).writeBytes(memory.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE));
  }

  @Override
  public void restarted(int flow, Direction way) {
    stream(way).reset();
  }

  @Override
  public void gap(int flow, Direction way, int length, long streamOffset) {
    assertThat(length).isPositive();
    assertThat(streamOffset).isEqualTo(stream(way).size());
    for (int i = 0; i < length; i++) {
      stream(way).write('_');
    }
  }

  String fromClient() {
    return text(Direction.TO_SERVER);
  }

  String fromServer() {
    return text(Direction.TO_CLIENT);
  }

  byte[] bytes(Direction way) {
    return stream(way).toByteArray();
  }

  private String text(Direction way) {
    return stream(way).toString(StandardCharsets.ISO_8859_1);
  }

  private ByteArrayOutputStream stream(Direction way) {
    return Objects.requireNonNull(streams.get(way));
  }
}
