package org.lagroups.multicast.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.lagroups.node.control.json.Json;
import tools.jackson.databind.JsonNode;

/** Makes video with ffmpeg, and looks at it with ffprobe. */
final class Ffmpeg {

  private static final int FRAMES_PER_SECOND = 25;
  private static final long LONGEST_SECONDS = 30;

  private Ffmpeg() {}

  /** What a video consists of. */
  record Content(List<Track> tracks, double seconds) {

    Content {
      tracks = List.copyOf(tracks);
    }
  }

  /** Sound, or a picture. */
  record Track(String codec, long packets, long frames) {}

  /** So many pictures are in a video that {@link #make} makes. */
  static long pictures(int seconds) {
    return (long) seconds * FRAMES_PER_SECOND;
  }

  /** Skips the test where there is none. */
  static void assumeInstalled() {
    assumeThat(Stream.of("ffmpeg", "ffprobe").allMatch(Ffmpeg::isInstalled))
        .as("needs ffmpeg and ffprobe")
        .isTrue();
  }

  /** An MPEG transport stream with a moving picture and a tone. */
  static Path make(Path file, int seconds) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error"));
    command.addAll(List.of("-f", "lavfi", "-i", "testsrc2=size=640x360:rate=" + FRAMES_PER_SECOND));
    command.addAll(List.of("-f", "lavfi", "-i", "sine=frequency=440:sample_rate=48000"));
    command.addAll(List.of("-t", Integer.toString(seconds), "-c:v", "mpeg2video", "-b:v", "3M"));
    command.addAll(List.of("-c:a", "mp2", "-f", "mpegts", file.toString()));
    run(command);
    return file;
  }

  /** Plays a video out as a pipe, so many times as fast as it was made. */
  static Process play(Path file, int speed) throws IOException {
    return new ProcessBuilder(
            "ffmpeg",
            "-nostdin",
            "-v",
            "error",
            "-readrate",
            Integer.toString(speed),
            "-i",
            file.toString(),
            "-c",
            "copy",
            "-f",
            "mpegts",
            "-")
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Decodes all of a video, from a file or an address; nothing may be wrong with it. */
  static Content probe(String place) throws IOException, InterruptedException {
    String json =
        run(
            List.of(
                "ffprobe",
                "-v",
                "error",
                "-count_packets",
                "-count_frames",
                "-show_entries",
                "stream=codec_name,nb_read_packets,nb_read_frames:format=duration",
                "-of",
                "json",
                place));
    JsonNode root = Json.readTree(json.getBytes(StandardCharsets.UTF_8));
    List<Track> tracks =
        StreamSupport.stream(root.path("streams").spliterator(), false)
            .map(stream ->
                new Track(
                    stream.path("codec_name").asString(),
                    Long.parseLong(stream.path("nb_read_packets").asString()),
                    Long.parseLong(stream.path("nb_read_frames").asString())))
            .toList();
    return new Content(
        tracks, Double.parseDouble(root.path("format").path("duration").asString("0")));
  }

  /** What is found in a video that is read from somewhere in the middle on. */
  static List<String> codecs(String place) throws IOException, InterruptedException {
    String json =
        run(
            List.of(
                "ffprobe",
                "-v",
                "quiet",
                "-show_entries",
                "stream=codec_name",
                "-of",
                "json",
                place));
    return codecs(json.getBytes(StandardCharsets.UTF_8));
  }

  /** As ffprobe prints them. */
  static List<String> codecs(byte[] json) {
    return StreamSupport.stream(Json.readTree(json).path("streams").spliterator(), false)
        .map(stream -> stream.path("codec_name").asString())
        .toList();
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Path errors = Files.createTempFile("ffmpeg", ".txt");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    try (InputStream output = process.getInputStream()) {
      String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(Files.readString(errors)).as("what %s complains of", command).isEmpty();
      assertThat(process.exitValue()).as("exit code of %s", command).isZero();
      return said;
    } finally {
      process.destroyForcibly();
      Files.delete(errors);
    }
  }

  static boolean isInstalled(String tool) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }
}
