package org.lagroups.multicast.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The lines of the guide, run by a shell as they stand there, but for ports and names. */
@Tag("network")
@EnabledIfSystemProperty(named = "lag.full", matches = "true")
class DocumentedLinesTest {

  private static final String SEND_PIPE =
      "ffmpeg -re -i FILE -c copy -f mpegts - | lag cast send --input -";

  /** Long enough for whoever comes while it is being sent. */
  private static final int MOVIE_SECONDS = 60;

  @TempDir private Path folder;
  private @Nullable TypedLines typed;

  @BeforeEach
  void prepare() throws Exception {
    Ffmpeg.assumeInstalled();
    typed = new TypedLines(folder, Ffmpeg.make(folder.resolve("movie.ts"), MOVIE_SECONDS));
  }

  @AfterEach
  void end() {
    if (typed != null) {
      typed.close();
    }
  }

  @Test
  void aFileIsSentAndReceived() throws Exception {
    Process sender = run("sender", typed().documented("lag cast send --input movie.ts"));
    Process receiver =
        run("receiver", typed().documented("lag cast receive LINK --output movie.ts", sender));
    assertThat(receiver.waitFor(TypedLines.LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(receiver.exitValue()).isZero();
    assertThat(
            Files.mismatch(typed().at("receiver").resolve("movie.ts"), folder.resolve("movie.ts")))
        .isEqualTo(-1);
  }

  @Test
  void ffmpegsPipeGetsToAPlayer() throws Exception {
    int port = TypedLines.freeTcpPort();
    Process sender = run("sender", typed().documented(SEND_PIPE));
    run(
        "receiver",
        typed()
            .documented("lag cast receive LINK --output http://127.0.0.1:8080/", sender)
            .replace("8080", Integer.toString(port)));
    TypedLines.awaitListening(port);
    assertIsVideo("http://127.0.0.1:%d/".formatted(port));
  }

  @Test
  void ffmpegsPipeGetsToAnotherPipe() throws Exception {
    Process sender = run("sender", typed().documented(SEND_PIPE));
    String receive = typed().documented("lag cast receive LINK --output - | ffplay -", sender);
    Process receiver =
        run(
            "receiver",
            receive.replace(
                "ffplay -", "ffprobe -v quiet -show_entries stream=codec_name -of json -"));
    byte[] said = receiver.getInputStream().readAllBytes();
    assertThat(Ffmpeg.codecs(said)).containsExactlyInAnyOrder("mpeg2video", "mp2");
  }

  @Test
  void ffmpegsDatagramsGetToAPlayerThatWaitsForDatagrams() throws Exception {
    String in = Integer.toString(TypedLines.freeUdpPort());
    String out = Integer.toString(TypedLines.freeUdpPort());
    String send = typed().documented("lag cast send --input udp://127.0.0.1:1234");
    Process sender = run("sender", send.replace("1234", in));
    String receive =
        typed().documented("lag cast receive LINK --output udp://127.0.0.1:1234", sender);
    run("receiver", receive.replace("1234", out));
    String play =
        typed()
            .documented("ffmpeg -re -i FILE -c copy -f mpegts udp://127.0.0.1:1234?pkt_size=1316");
    run("player", play.replace("1234", in));
    assertIsVideo("udp://127.0.0.1:" + out);
  }

  /** From somewhere in the middle on there are a picture and a tone. */
  private static void assertIsVideo(String place) throws Exception {
    assertThat(Ffmpeg.codecs(place)).containsExactlyInAnyOrder("mpeg2video", "mp2");
  }

  private Process run(String name, String line) throws Exception {
    return typed().run(name, line);
  }

  private TypedLines typed() {
    return Objects.requireNonNull(typed);
  }
}
