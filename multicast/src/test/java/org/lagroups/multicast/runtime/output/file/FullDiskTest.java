package org.lagroups.multicast.runtime.output.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.runtime.end.StreamProblem;
import org.lagroups.multicast.runtime.output.OutputEvent;
import org.lagroups.multicast.runtime.output.OutputNews;
import org.lagroups.multicast.runtime.output.StreamOutput;
import org.lagroups.multicast.runtime.output.sink.SinkOutputs;
import org.lagroups.multicast.runtime.testing.Heard;
import org.lagroups.multicast.runtime.testing.TestLoop;
import org.lagroups.multicast.stream.StreamMode;

/**
 * A file system that gets really full: one in memory, which only root may mount. Elsewhere this is
 * skipped.
 */
@Tag("network")
@Timeout(60)
class FullDiskTest {

  private static final int MEGA = 1_000_000;

  @TempDir private Path folder;
  private final TestLoop loop = new TestLoop();
  private final Heard<OutputEvent> heard = new Heard<>();
  private Path disk;

  @BeforeEach
  void begin() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    assumeThat(run("mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", disk.toString()))
        .as("a small file system can be mounted: only root may, where the system lets it")
        .isTrue();
  }

  @AfterEach
  void end() throws Exception {
    loop.close();
    run("umount", "--lazy", disk.toString()); // a file may be closed a moment later
  }

  @Test
  void aFileFailsWithAReasonAndGoesOnWhenThereIsRoom() throws Exception {
    Path place = disk.resolve("movie.ts");
    ChunkFile.Opening.Ready ready = open(place);
    Path filler = fillUp(2 * MEGA);
    byte[] content = GrowingProcess.content(GrowingProcess.LENGTH_BYTES);
    int chunks = GrowingProcess.LAYOUT.chunkCount();
    for (int i = 0; i < chunks; i++) {
      Bytes chunk = GrowingProcess.chunk(content, GrowingProcess.CHUNK_BYTES, i);
      int number = i;
      loop.call(() -> ready.file().write(number, chunk));
    }
    StreamProblem problem = heard.first(OutputEvent.Failed.class).problem();
    assertThat(problem.message()).contains("the disk of " + disk + " is full");
    assertThat(problem.hint()).contains("make room", "what is there is kept");
    close(ready.file());
    assertThat(names()).noneMatch(name -> name.equals("movie.ts")).hasSize(4);
    ChunkFile.Opening again =
        ChunkFile.open(place, GrowingProcess.LAYOUT, loop, new Heard<OutputEvent>());
    assertThat(again).isInstanceOf(ChunkFile.Opening.Refused.class);

    Files.delete(filler);
    ChunkFile.Opening.Ready last = open(place);
    assertThat(last.chunks().cardinality()).isBetween(1, chunks - 1);
    for (int i = 0; i < chunks; i++) {
      Bytes chunk = GrowingProcess.chunk(content, GrowingProcess.CHUNK_BYTES, i);
      int number = i;
      assertThat(loop.call(() -> last.file().write(number, chunk))).isTrue();
    }
    Heard<ChunkFile.Finish> answer = new Heard<>();
    loop.execute(() -> last.file().finish(content.length, answer));
    assertThat(answer.next()).isEqualTo(new ChunkFile.Finish.Done(place));
    assertThat(place).hasBinaryContent(content);
  }

  @Test
  void aRecordingFailsWithAReasonAndKeepsWhatThereIs() throws Exception {
    fillUp(MEGA);
    Path place = disk.resolve("live.ts");
    StreamOutput output =
        SinkOutputs.recording(place, StreamMode.LIVE, new OutputNews(loop, heard));
    Bytes payload = Bytes.wrapOwned(GrowingProcess.content(100_000));
    for (int i = 0; i < 30; i++) {
      output.write(payload);
    }
    assertThat(heard.first(OutputEvent.Failed.class).problem().message())
        .contains("the disk of " + disk + " is full");
    assertThat(Files.size(place)).isBetween(MEGA / 2L, 2L * MEGA);
    assertThat(output.write(payload)).isFalse();
  }

  private ChunkFile.Opening.Ready open(Path place) {
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

  private Path fillUp(int left) throws IOException {
    long room = Files.getFileStore(disk).getUsableSpace();
    return Files.write(disk.resolve("filler"), new byte[(int) room - left]);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(disk)) {
      return all.map(path -> String.valueOf(path.getFileName())).toList();
    }
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false; // there is no such program
    }
  }
}
