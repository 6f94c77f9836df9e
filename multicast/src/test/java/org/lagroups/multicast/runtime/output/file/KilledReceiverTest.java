package org.lagroups.multicast.runtime.output.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.runtime.output.OutputEvent;
import org.lagroups.multicast.runtime.testing.Heard;
import org.lagroups.multicast.runtime.testing.TestLoop;

/** A program that writes a file is killed in the middle, and another goes on. */
@Timeout(120)
class KilledReceiverTest {

  private static final int BEFORE_THE_KILL = 300;

  @TempDir private Path folder;
  private final TestLoop loop = new TestLoop();
  private final Heard<OutputEvent> heard = new Heard<>();

  @AfterEach
  void end() {
    loop.close();
  }

  @Test
  void anotherGoesOnWithWhatThereWas() throws Exception {
    Path place = folder.resolve("movie.ts");
    BitSet there = new BitSet();
    for (int kill = 1; kill <= 2; kill++) {
      killInTheMiddle(place, kill);
      ChunkFile.Opening.Ready ready = ready(place);
      assertThat(ready.chunks().cardinality())
          .as("after kill %d", kill)
          .isBetween(there.cardinality() + 1, GrowingProcess.LAYOUT.chunkCount() - 1);
      BitSet lost = (BitSet) there.clone();
      lost.andNot(ready.chunks());
      assertThat(lost.isEmpty()).as("what was there stays").isTrue();
      there = ready.chunks();
      close(ready.file());
    }
    finish(place, there);
  }

  private static void killInTheMiddle(Path place, int seed) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                GrowingProcess.class.getName(),
                place.toString(),
                Integer.toString(seed))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = process.inputReader()) {
      for (int i = 0; i < BEFORE_THE_KILL; i++) {
        assertThat(lines.readLine()).as("a chunk was taken").isNotNull();
      }
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }

  private void finish(Path place, BitSet there) throws Exception {
    byte[] content = GrowingProcess.content(GrowingProcess.LENGTH_BYTES);
    ChunkFile file = ready(place).file();
    for (int i = there.nextClearBit(0); i < GrowingProcess.LAYOUT.chunkCount(); ) {
      Bytes chunk = GrowingProcess.chunk(content, GrowingProcess.CHUNK_BYTES, i);
      int number = i;
      if (loop.call(() -> file.write(number, chunk))) {
        i = there.nextClearBit(i + 1);
      } else {
        heard.first(OutputEvent.Room.class);
      }
    }
    Heard<ChunkFile.Finish> answer = new Heard<>();
    loop.execute(() -> file.finish(content.length, answer));
    assertThat(answer.next()).isEqualTo(new ChunkFile.Finish.Done(place));
    assertThat(place).hasBinaryContent(content);
  }

  private ChunkFile.Opening.Ready ready(Path place) {
    ChunkFile.Opening opening = ChunkFile.open(place, GrowingProcess.LAYOUT, loop, heard);
    assertThat(opening).isInstanceOf(ChunkFile.Opening.Ready.class);
    return (ChunkFile.Opening.Ready) opening;
  }

  private void close(ChunkFile file) throws Exception {
    loop.call(() -> {
      file.close();
      return true;
    });
    assertThat(file.awaitClosed(20)).isTrue();
  }
}
