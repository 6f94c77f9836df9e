package org.lagroups.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BytesTest {

  private static final Bytes ABC = Bytes.fromHex("0a0b0c");

  @Test
  void doesNotChangeWithTheArraysAroundIt() {
    byte[] source = {1, 2, 3};
    Bytes bytes = Bytes.copyOf(source);
    source[0] = 9;
    bytes.toArray()[1] = 9;
    assertThat(bytes).isEqualTo(Bytes.copyOf((byte) 1, (byte) 2, (byte) 3));
    assertThatExceptionOfType(ReadOnlyBufferException.class)
        .isThrownBy(() -> bytes.asReadOnlyBuffer().put((byte) 9));
  }

  @Test
  void isEqualByContent() {
    assertThat(ABC).isEqualTo(Bytes.fromHex("0A0B0C")).hasSameHashCodeAs(Bytes.fromHex("0A0B0C"));
    assertThat(ABC).isNotEqualTo(Bytes.fromHex("0a0b")).isNotEqualTo("0a0b0c");
    assertThat(Bytes.copyOf()).isSameAs(Bytes.EMPTY);
    assertThat(Bytes.EMPTY.isEmpty()).isTrue();
  }

  @Test
  void isOrderedUnsignedWithTheShorterFirst() {
    List<Bytes> ordered =
        List.of(
            Bytes.EMPTY,
            Bytes.fromHex("00"),
            Bytes.fromHex("0000"),
            Bytes.fromHex("7f"),
            Bytes.fromHex("80"),
            Bytes.fromHex("ff00"));
    assertThat(ordered.reversed().stream().sorted()).containsExactlyElementsOf(ordered);
  }

  @Test
  void slicesWithinItsLength() {
    assertThat(ABC.slice(1, 3)).isEqualTo(Bytes.fromHex("0b0c"));
    assertThat(ABC.slice(3, 3)).isEqualTo(Bytes.EMPTY);
    assertThat(Bytes.copyOf(new byte[] {1, 2, 3}, 1, 2)).isEqualTo(Bytes.fromHex("0203"));
  }

  @Test
  void refusesToSliceBeyondItsEnd() {
    assertOutOfBounds(() -> ABC.slice(1, 4));
    assertOutOfBounds(() -> ABC.slice(2, 1));
    assertOutOfBounds(() -> ABC.slice(-1, 1));
    assertOutOfBounds(() -> Bytes.copyOf(new byte[3], 2, 2));
    assertOutOfBounds(() -> Bytes.copyOf(new byte[3], 1, -1));
    assertOutOfBounds(() -> ABC.at(3));
  }

  @Test
  void isReadThroughBuffersAndArrays() {
    assertThat(ABC.asReadOnlyBuffer()).isEqualTo(ByteBuffer.wrap(new byte[] {10, 11, 12}));
    byte[] target = new byte[5];
    ABC.copyTo(target, 1);
    assertThat(target).containsExactly(0, 10, 11, 12, 0);
    assertThat(ABC.at(2)).isEqualTo((byte) 12);
    assertThat(ABC.length()).isEqualTo(3);
  }

  @Test
  void showsItselfInHexadecimalAndBriefly() {
    assertThat(ABC).hasToString("0a0b0c");
    assertThat(ABC.toHex()).isEqualTo("0a0b0c");
    assertThat(Bytes.wrapOwned(new byte[33])).hasToString("00".repeat(32) + "… (33 bytes)");
  }

  @Test
  void refusesWhatIsNotHexadecimal() {
    assertThatIllegalArgumentException().isThrownBy(() -> Bytes.fromHex("0g"));
    assertThatIllegalArgumentException().isThrownBy(() -> Bytes.fromHex("123"));
  }

  private static void assertOutOfBounds(Runnable call) {
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(call::run);
  }
}
