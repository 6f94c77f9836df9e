package org.lagroups.multicast.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** VLC as a source and as a player, by the lines of the guide. Without it, skipped. */
@Tag("network")
@Timeout(180)
@EnabledIfSystemProperty(named = "lag.full", matches = "true")
class VlcTest {

  /** Long enough for whoever comes while it is being sent. */
  private static final int MOVIE_SECONDS = 60;

  /** Two seconds of pictures. */
  private static final long SHOWN = 50;

  @TempDir private Path folder;
  private @Nullable TypedLines typed;

  @BeforeEach
  void prepare() throws Exception {
    Ffmpeg.assumeInstalled();
    Vlc.assumeInstalled();
    Path movie = Ffmpeg.make(folder.resolve("movie.ts"), MOVIE_SECONDS);
    typed = new TypedLines(folder, movie);
    Vlc.addTo(typed(), folder);
  }

  @AfterEach
  void end() {
    if (typed != null) {
      typed.close();
    }
  }

  @Test
  void vlcsDatagramsGetToARecordingAndToVlcOverHttp() throws Exception {
    int in = TypedLines.freeUdpPort();
    int out = TypedLines.freeTcpPort();
    Process sender = run("sender", "lag cast send --input udp://127.0.0.1:1234", in);
    String receive =
        typed().documented("lag cast receive LINK --output http://127.0.0.1:8080/", sender)
            + " --output copy.ts";
    typed().run("receiver", receive.replace("8080", Integer.toString(out)));
    run("source", "vlc FILE --sout=\"#std{access=udp, mux=ts, dst=127.0.0.1:1234}\"", in);
    TypedLines.awaitListening(out);
    String watch = typed().documented("vlc http://127.0.0.1:8080/");
    Process player = typed().run("player", watch.replace("8080", Integer.toString(out)));
    Vlc.assertShows(player, SHOWN);
    Path copy = typed().at("receiver").resolve("copy.ts");
    assertThat(Ffmpeg.codecs(copy.toString())).containsExactlyInAnyOrder("mpeg2video", "mp2");
  }

  @Test
  void aPipeOfFfmpegGetsToVlcOverUdp() throws Exception {
    int out = TypedLines.freeUdpPort();
    Process player = run("player", "vlc udp://@:1234", out);
    Process sender =
        typed()
            .run(
                "sender",
                typed()
                    .documented(
                        "ffmpeg -re -i FILE -c copy -f mpegts - | lag cast send --input -"));
    String receive =
        typed().documented("lag cast receive LINK --output udp://127.0.0.1:1234", sender);
    typed().run("receiver", receive.replace("1234", Integer.toString(out)));
    Vlc.assertShows(player, SHOWN);
  }

  private Process run(String name, String line, int port) throws Exception {
    return typed().run(name, typed().documented(line).replace("1234", Integer.toString(port)));
  }

  private TypedLines typed() {
    return Objects.requireNonNull(typed);
  }
}
