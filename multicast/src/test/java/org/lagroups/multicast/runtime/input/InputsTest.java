package org.lagroups.multicast.runtime.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.multicast.runtime.end.InputAddress;
import org.lagroups.multicast.runtime.end.StreamProblem;
import org.lagroups.multicast.runtime.testing.Heard;
import org.lagroups.multicast.runtime.testing.TestLoop;
import org.lagroups.multicast.runtime.testing.TsBytes;

@Timeout(60)
class InputsTest {

  private static final byte[] MOVIE = TsBytes.packets(0, 1_000).toArray();
  private static final InputSettings SMALL = new InputSettings(10_000, 20_000, 60_000);
  private static final InputSettings IMPATIENT = new InputSettings(10_000, 20_000, 200);

  @TempDir private Path folder;
  private final TestLoop loop = new TestLoop();
  private InputSettings settings = SMALL;
  private final Heard<InputEvent> heard = new Heard<>();

  @AfterEach
  void end() {
    loop.close();
  }

  @Test
  void readsAFileToItsEnd() throws Exception {
    Path movie = Files.write(folder.resolve("movie.ts"), MOVIE);
    try (StreamInput input = open(new InputAddress.OfFile(movie), InputStream.nullInputStream())) {
      assertThat(input.lengthBytes()).isEqualTo(OptionalLong.of(MOVIE.length));
      assertThat(readAll(input)).isEqualTo(MOVIE);
      assertThat(input.counts().bytes()).isEqualTo(MOVIE.length);
    }
  }

  @Test
  void readsAnEmptyFile() throws Exception {
    Path empty = Files.createFile(folder.resolve("empty"));
    try (StreamInput input = open(new InputAddress.OfFile(empty), InputStream.nullInputStream())) {
      assertThat(input.lengthBytes()).isEqualTo(OptionalLong.of(0));
      heard.next(InputEvent.Ended.class);
    }
  }

  @Test
  void readsNoFurtherAheadThanItMay() throws Exception {
    PipedOutputStream source = new PipedOutputStream();
    PipedInputStream pipe = new PipedInputStream(source, 2 * MOVIE.length);
    source.write(MOVIE);
    try (StreamInput input = open(new InputAddress.Standard(), pipe)) {
      request(input, 1);
      heard.next(InputEvent.Piece.class);
      // one piece in hand, two that wait, and one that the reading thread holds
      int mostTaken = 10_000 + 20_000 + 10_000;
      assertThat(pipe.available()).isGreaterThanOrEqualTo(MOVIE.length - mostTaken);
      assertThat(heard.sofar()).as("nothing comes unasked").isEmpty();
      request(input, 3);
      for (int i = 0; i < 3; i++) {
        heard.next(InputEvent.Piece.class);
      }
      assertThat(pipe.available()).isGreaterThanOrEqualTo(MOVIE.length - 30_000 - mostTaken);
    }
  }

  @Test
  void tellsThatAFileWasChanged() throws Exception {
    Path movie = Files.write(folder.resolve("movie.ts"), MOVIE);
    try (StreamInput input = open(new InputAddress.OfFile(movie), InputStream.nullInputStream())) {
      request(input, 1);
      heard.next(InputEvent.Piece.class);
      Files.write(movie, new byte[] {1}, StandardOpenOption.APPEND);
      request(input, Integer.MAX_VALUE);
      StreamProblem problem = heard.first(InputEvent.Failed.class).problem();
      assertThat(problem.message()).contains("movie.ts was changed while it was being sent");
      assertThat(problem.hint()).contains("--input -");
    }
  }

  @Test
  void tellsThatAFileWasReplacedOrCut() throws Exception {
    Path movie = Files.write(folder.resolve("movie.ts"), MOVIE);
    try (StreamInput input = open(new InputAddress.OfFile(movie), InputStream.nullInputStream())) {
      Files.write(movie, new byte[100]);
      request(input, Integer.MAX_VALUE);
      assertThat(heard.first(InputEvent.Failed.class).problem().message()).contains("was changed");
    }
    Files.write(movie, MOVIE);
    try (StreamInput input = open(new InputAddress.OfFile(movie), InputStream.nullInputStream())) {
      Files.delete(movie);
      request(input, Integer.MAX_VALUE);
      assertThat(heard.first(InputEvent.Failed.class).problem().message()).contains("was changed");
    }
  }

  @Test
  void readsStandardInputAsItComes() throws Exception {
    PipedOutputStream source = new PipedOutputStream();
    try (StreamInput input =
        open(new InputAddress.Standard(), new PipedInputStream(source, 1 << 16))) {
      assertThat(input.lengthBytes()).isEmpty();
      request(input, 1_000);
      source.write(MOVIE, 0, 188);
      source.flush();
      assertThat(heard.next(InputEvent.Piece.class).bytes().length()).isEqualTo(188);
      source.close();
      heard.next(InputEvent.Ended.class);
    }
  }

  @Test
  void tellsSilenceOnceUntilSomethingComes() throws Exception {
    settings = IMPATIENT;
    PipedOutputStream source = new PipedOutputStream();
    try (StreamInput input =
        open(new InputAddress.Standard(), new PipedInputStream(source, 1 << 16))) {
      request(input, 1_000);
      assertThat(heard.next(InputEvent.Silent.class).forMillis()).isBetween(200L, 10_000L);
      source.write(1);
      source.flush();
      heard.next(InputEvent.Piece.class);
      heard.next(InputEvent.Silent.class);
    }
  }

  @Test
  void whatIsNotWantedIsNotSilent() throws Exception {
    settings = IMPATIENT;
    try (StreamInput input =
        open(new InputAddress.Standard(), new PipedInputStream(new PipedOutputStream()))) {
      assertThat(input.lengthBytes()).isEmpty();
      Heard<Boolean> later = new Heard<>();
      loop.schedule(600, () -> later.accept(true));
      later.next();
      assertThat(heard.sofar()).isEmpty();
    }
  }

  @Test
  void tellsThatReadingFailed() throws Exception {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Input/output error");
          }

          @Override
          public int read(byte[] into, int from, int length) throws IOException {
            throw new IOException("Input/output error");
          }
        };
    try (StreamInput input = open(new InputAddress.Standard(), broken)) {
      request(input, 1);
      StreamProblem problem = heard.next(InputEvent.Failed.class).problem();
      assertThat(problem.message()).contains("cannot read standard input", "Input/output error");
    }
  }

  @Test
  void tellsNothingMoreOnceClosed() throws Exception {
    Path movie = Files.write(folder.resolve("movie.ts"), MOVIE);
    StreamInput input = open(new InputAddress.OfFile(movie), InputStream.nullInputStream());
    loop.call(() -> {
      input.request(5);
      input.close();
      return true;
    });
    loop.call(() -> true);
    assertThat(heard.sofar()).isEmpty();
  }

  @Test
  void saysWhyAFileCannotBeRead() throws Exception {
    assertThat(refusal(new InputAddress.OfFile(folder.resolve("none"))).message())
        .contains("there is no file", "none");
    assertThat(refusal(new InputAddress.OfFile(folder)).message()).contains("is a folder");
  }

  private StreamInput open(InputAddress address, InputStream standard) {
    Inputs.Opening opening = new Inputs(loop, standard).open(address, settings, heard);
    assertThat(opening).isInstanceOf(Inputs.Opening.Ready.class);
    return ((Inputs.Opening.Ready) opening).input();
  }

  private StreamProblem refusal(InputAddress address) {
    Inputs.Opening opening =
        new Inputs(loop, InputStream.nullInputStream()).open(address, settings, heard);
    assertThat(opening).isInstanceOf(Inputs.Opening.Refused.class);
    return ((Inputs.Opening.Refused) opening).problem();
  }

  private void request(StreamInput input, int pieces) throws Exception {
    loop.call(() -> {
      input.request(pieces);
      return true;
    });
  }

  private byte[] readAll(StreamInput input) throws Exception {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (true) {
      request(input, 1);
      switch (heard.next()) {
        case InputEvent.Piece piece -> all.write(piece.bytes().toArray());
        case InputEvent.Ended _ -> {
          return all.toByteArray();
        }
        case InputEvent.Silent _, InputEvent.Foreign _, InputEvent.Failed _ ->
            throw new AssertionError("it does not end well");
      }
    }
  }
}
