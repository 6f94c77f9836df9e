package org.lagroups.scenarios.bench.cast.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.scenarios.bench.cast.content.SharedFile;

final class MeshMessageTest {

  private static final SharedFile FILE = new SharedFile(3, 10, 100);

  @Test
  void readsWhatItWrites() throws IOException {
    List<MeshMessage> all =
        List.of(
            new MeshMessage.HaveAll(),
            new MeshMessage.Have(0),
            new MeshMessage.Request(9),
            new MeshMessage.Piece(5, FILE.chunk(5)),
            new MeshMessage.Cancel(4));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (MeshMessage message : all) {
      MeshMessage.write(message, out);
    }
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    for (MeshMessage message : all) {
      assertThat(MeshMessage.read(in, FILE)).isEqualTo(message);
    }
    assertThat(in.read()).isNegative();
  }

  @Test
  void refusesUnknownKindsAndChunks() {
    assertThatIOException().isThrownBy(() -> read(5, 0, 0, 0, 1));
    assertThatIOException().isThrownBy(() -> read(1, 0, 0, 0, 10));
    assertThatIOException().isThrownBy(() -> read(1, -1, 0, 0, 1));
    assertThatIOException().isThrownBy(() -> read(4, 0, 0, 0, 1));
  }

  private static MeshMessage read(int... values) throws IOException {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return MeshMessage.read(new DataInputStream(new ByteArrayInputStream(bytes)), FILE);
  }
}
