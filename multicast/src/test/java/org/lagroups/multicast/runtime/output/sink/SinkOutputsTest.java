package org.lagroups.multicast.runtime.output.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.runtime.output.OutputCounts;
import org.lagroups.multicast.runtime.output.OutputEvent;
import org.lagroups.multicast.runtime.output.OutputNews;
import org.lagroups.multicast.runtime.output.StreamOutput;
import org.lagroups.multicast.runtime.testing.Heard;
import org.lagroups.multicast.runtime.testing.TestLoop;
import org.lagroups.multicast.runtime.testing.TsBytes;
import org.lagroups.multicast.stream.StreamMode;

@Timeout(60)
class SinkOutputsTest {

  private static final Bytes PAYLOAD = TsBytes.packets(0, 100);

  @TempDir private Path folder;
  private final TestLoop loop = new TestLoop();
  private final Heard<OutputEvent> heard = new Heard<>();
  private final OutputNews news = new OutputNews(loop, heard);

  @AfterEach
  void end() {
    loop.close();
  }

  @Test
  void writesEverythingInOrderToAPipe() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StreamOutput output = SinkOutputs.pipe(out, StreamMode.FILE, news);
    for (int i = 0; i < 50; i++) {
      assertThat(output.write(TsBytes.packets(i, 1))).isTrue();
    }
    output.end();
    heard.next(OutputEvent.Finished.class);
    assertThat(out.toByteArray()).isEqualTo(TsBytes.packets(0, 50).toArray());
    assertThat(output.counts()).isEqualTo(new OutputCounts(50 * 188, 0, 0, 0));
    assertThat(output.write(PAYLOAD)).as("after its end").isFalse();
  }

  @Test
  void endsCleanlyWhenTheReaderOfAPipeGoes() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Process reader = new ProcessBuilder("head", "-c", "1000", pipe.toString()).start();
    try (OutputStream out = new FileOutputStream(pipe.toFile())) {
      StreamOutput output = SinkOutputs.pipe(out, StreamMode.FILE, news);
      output.write(PAYLOAD);
      assertThat(reader.getInputStream().readAllBytes()).hasSize(1_000);
      assertThat(reader.waitFor(20, TimeUnit.SECONDS)).isTrue();
      output.write(PAYLOAD);
      heard.next(OutputEvent.ReaderGone.class);
      assertThat(output.write(PAYLOAD)).isFalse();
    }
  }

  @Test
  void tellsThatAPipeIsSlowAndThatThereIsRoomAgain() throws Exception {
    PipedInputStream reader = new PipedInputStream(100);
    StreamOutput output =
        QueuedOutput.start(
            new PipeSink(new PipedOutputStream(reader)),
            3 * PAYLOAD.length(),
            StreamMode.FILE,
            news);
    int taken = 1 + fill(output, reader);
    heard.next(OutputEvent.Slow.class);
    assertThat(output.write(PAYLOAD)).isFalse();
    assertThat(output.counts().droppedPayloads()).as("it is to be offered again").isZero();
    reader.readNBytes(2 * PAYLOAD.length() - 1);
    heard.next(OutputEvent.Room.class);
    assertThat(output.write(PAYLOAD)).isTrue();
    output.end();
    byte[] rest = reader.readNBytes((taken - 1) * PAYLOAD.length());
    assertThat(rest).hasSize((taken - 1) * PAYLOAD.length());
    heard.next(OutputEvent.Finished.class);
  }

  @Test
  void countsWhatALiveStreamLosesAtASlowPipe() throws Exception {
    PipedInputStream reader = new PipedInputStream(100);
    StreamOutput output =
        QueuedOutput.start(
            new PipeSink(new PipedOutputStream(reader)),
            3 * PAYLOAD.length(),
            StreamMode.LIVE,
            news);
    fill(output, reader);
    output.write(PAYLOAD);
    OutputCounts counts = output.counts();
    assertThat(counts.droppedPayloads()).isEqualTo(2);
    assertThat(counts.droppedBytes()).isEqualTo(2L * PAYLOAD.length());
    heard.next(OutputEvent.Slow.class);
    output.close();
    assertThat(heard.sofar()).as("told once").isEmpty();
  }

  @Test
  void tellsThatWritingFailed() throws Exception {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    SinkOutputs.pipe(full, StreamMode.FILE, news).write(PAYLOAD);
    assertThat(heard.next(OutputEvent.Failed.class).problem().message())
        .contains("standard output", "full");
  }

  @Test
  void recordsInANewFile() throws Exception {
    Path file = folder.resolve("movie.ts");
    StreamOutput output = SinkOutputs.recording(file, StreamMode.LIVE, news);
    output.write(TsBytes.packets(0, 10));
    output.write(TsBytes.packets(10, 10));
    output.end();
    heard.next(OutputEvent.Finished.class);
    assertThat(file).hasBinaryContent(TsBytes.packets(0, 20).toArray());
    assertThatThrownBy(() -> SinkOutputs.recording(file, StreamMode.LIVE, news))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(Files.size(file)).as("nothing is replaced").isEqualTo(20 * 188);
  }

  /** Until it takes no more, while the first payload is being written; how many are behind it. */
  private static int fill(StreamOutput output, PipedInputStream reader) throws IOException {
    output.write(PAYLOAD);
    assertThat(reader.read()).as("the first byte of the first payload").isEqualTo(0x47);
    int taken = 0;
    while (output.write(PAYLOAD)) {
      taken++;
    }
    return taken;
  }
}
