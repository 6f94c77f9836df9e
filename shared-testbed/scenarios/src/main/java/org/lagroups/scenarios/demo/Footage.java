package org.lagroups.scenarios.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * What is streamed: an MPEG transport stream that ffmpeg makes, or a file of noise where there is
 * no ffmpeg.
 */
record Footage(Path file, boolean isVideo) {

  private static final int SECONDS = 16;
  private static final int NOISE_BYTES = 11_000_000;
  private static final long LONGEST_SECONDS = 60;

  static Footage make(Path folder) throws InterruptedException {
    Path video = folder.resolve("video.ts");
    List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error"));
    command.addAll(List.of("-f", "lavfi", "-i", "testsrc2=size=640x360:rate=25"));
    command.addAll(List.of("-f", "lavfi", "-i", "sine=frequency=440:sample_rate=48000"));
    command.addAll(List.of("-t", Integer.toString(SECONDS), "-c:v", "mpeg2video", "-b:v", "5M"));
    command.addAll(List.of("-minrate", "5M", "-maxrate", "5M", "-bufsize", "2M"));
    command.addAll(List.of("-c:a", "mp2", "-f", "mpegts", video.toString()));
    if (run(command).isPresent()) {
      return new Footage(video, true);
    }
    byte[] noise = new byte[NOISE_BYTES];
    new SplittableRandom(1).nextBytes(noise);
    try {
      return new Footage(Files.write(folder.resolve("noise.bin"), noise), false);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a file to stream", e);
    }
  }

  long bytes() {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** What ffprobe finds in a copy, if it finds nothing wrong; empty if it does, or is not there. */
  static Optional<String> look(Path copy) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of("ffprobe", "-v", "error", "-count_frames"));
    command.addAll(List.of("-show_entries", "stream=codec_name,nb_read_frames"));
    command.addAll(List.of("-of", "csv=p=0", copy.toString()));
    return run(command)
        .map(said ->
            String.join(
                ", ",
                said.lines()
                    .filter(line -> !line.isBlank())
                    .distinct()
                    .map(line -> line.replace(",", " "))
                    .toList()));
  }

  /** What it prints, if it ends with 0 and complains of nothing. */
  private static Optional<String> run(List<String> command) throws InterruptedException {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      return Optional.empty(); // it is not installed
    }
    try (var output = process.getInputStream()) {
      String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      boolean isDone = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
      return isDone && process.exitValue() == 0 ? Optional.of(said) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      process.destroyForcibly();
    }
  }
}
