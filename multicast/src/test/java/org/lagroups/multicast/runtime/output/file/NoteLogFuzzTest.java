package org.lagroups.multicast.runtime.output.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.machine.Bytes;
import org.lagroups.simnet.fuzz.ShortRun;

/** Whatever stands in a file of notes: what is sound is read, and one more can be added. */
class NoteLogFuzzTest {

  private static final Bytes NOTE = Bytes.fromHex("0102030405");

  @MethodSource("samples")
  @FuzzTest(maxDuration = "30s")
  void logs(byte[] input) {
    try {
      Path file = Files.createTempFile("notes", ".fuzz");
      try {
        Files.write(file, input);
        int sound = addAndCount(file);
        assertThat(sound).isLessThanOrEqualTo(input.length / (NOTE.length() + Integer.BYTES));
        assertThat(addAndCount(file)).isEqualTo(sound + 1);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void shortRun() {
    ShortRun.on(samples(), this::logs);
  }

  static List<byte[]> samples() throws UncheckedIOException {
    try {
      Path file = Files.createTempFile("notes", ".fuzz");
      try {
        addAndCount(file);
        addAndCount(file);
        return List.of(new byte[0], Files.readAllBytes(file));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many sound ones were there. */
  private static int addAndCount(Path file) throws IOException {
    try (NoteLog log = NoteLog.open(file, NOTE.length())) {
      int sound = log.notes().size();
      log.add(NOTE);
      return sound;
    }
  }
}
