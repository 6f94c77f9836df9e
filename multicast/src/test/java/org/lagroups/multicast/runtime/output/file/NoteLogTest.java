package org.lagroups.multicast.runtime.output.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.machine.Bytes;

class NoteLogTest {

  private static final int NOTE = 10;
  private static final int RECORD = NOTE + 4;

  @TempDir private Path folder;

  @Test
  void keepsWhatWasAdded() throws IOException {
    try (NoteLog log = open()) {
      assertThat(log.notes()).isEmpty();
      log.add(note(1));
      log.add(note(2));
    }
    try (NoteLog log = open()) {
      assertThat(log.notes()).containsExactly(note(1), note(2));
      log.add(note(3));
    }
    assertThat(kept()).containsExactly(note(1), note(2), note(3));
  }

  @Test
  void passesOverWhatIsSpoiledOrCutOff() throws IOException {
    fill(4);
    byte[] content = Files.readAllBytes(file());
    content[RECORD + 3] ^= 1;
    content[3 * RECORD - 1] ^= 1;
    Files.write(file(), Arrays.copyOf(content, content.length - 1));
    assertThat(kept()).containsExactly(note(0));
    try (NoteLog log = open()) {
      log.add(note(9));
    }
    assertThat(kept()).containsExactly(note(0), note(9));
    assertThat(Files.size(file())).isEqualTo(4 * RECORD);
  }

  @Test
  void readsManyAndNothingOutOfZeros() throws IOException {
    fill(3_000);
    assertThat(kept()).hasSize(3_000).startsWith(note(0)).endsWith(note(2_999));
    Files.write(file(), new byte[10 * RECORD]);
    assertThat(kept()).allMatch(note -> note.equals(Bytes.wrapOwned(new byte[NOTE])));
  }

  private void fill(int count) throws IOException {
    try (NoteLog log = open()) {
      for (int i : IntStream.range(0, count).toArray()) {
        log.add(note(i));
      }
    }
  }

  private List<Bytes> kept() throws IOException {
    try (NoteLog log = open()) {
      return log.notes();
    }
  }

  private NoteLog open() throws IOException {
    return NoteLog.open(file(), NOTE);
  }

  private Path file() {
    return folder.resolve("notes");
  }

  private static Bytes note(int number) {
    byte[] note = new byte[NOTE];
    new SplittableRandom(number).nextBytes(note);
    return Bytes.wrapOwned(note);
  }
}
