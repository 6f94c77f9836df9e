package org.lagroups.multicast.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** VLC without a screen or a loudspeaker, which says what it would have shown when it is asked. */
final class Vlc {

  private static final Pattern SHOWN = Pattern.compile("frames displayed :\\s*(\\d+)");
  private static final Pattern GAPS = Pattern.compile("discontinuities\\s*:\\s*(\\d+)");
  private static final Pattern SPOILT = Pattern.compile("demux corrupted\\s*:\\s*(\\d+)");
  private static final String END_OF_ANSWER = "end of statistical info";
  private static final long ASK_MILLIS = 500;

  private Vlc() {}

  /** Skips the test where there is none. */
  static void assumeInstalled() {
    assumeThat(Ffmpeg.isInstalled("cvlc")).as("needs VLC: cvlc").isTrue();
    assumeThat(!isRoot() || Ffmpeg.isInstalled("setpriv"))
        .as("VLC does not run as root, and needs setpriv (util-linux) for another user")
        .isTrue();
  }

  /** Makes {@code vlc} a command of those lines, which may read what is in {@code folder}. */
  static void addTo(TypedLines typed, Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path home = Files.createDirectory(folder.resolve("vlc-home"));
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
    String user = isRoot() ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : "";
    typed.addCommand(
        "vlc",
        """
        export HOME='%s'
        exec %s cvlc -I rc --rc-fake-tty --vout dummy --aout dummy "$@"
        """
            .formatted(home, user));
  }

  /**
   * Waits until it has shown so many pictures, of a stream without gaps. Those that it did not show
   * in time do not count: on a busy machine it is late itself.
   */
  static void assertShows(Process player, long pictures) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TypedLines.LONGEST_SECONDS);
    Writer questions = player.outputWriter(StandardCharsets.UTF_8);
    BufferedReader answers = player.inputReader(StandardCharsets.UTF_8);
    while (true) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(ASK_MILLIS));
      questions.write("stats\n");
      questions.flush();
      String answer = answer(answers);
      if (number(SHOWN, answer) >= pictures) {
        assertThat(number(GAPS, answer)).as(answer).isZero();
        assertThat(number(SPOILT, answer)).as(answer).isZero();
        return;
      }
      assertThat(System.nanoTime()).as("it shows pictures: %s", answer).isLessThan(deadline);
    }
  }

  private static String answer(BufferedReader answers) throws IOException {
    StringBuilder answer = new StringBuilder();
    String line = "";
    while (!line.contains(END_OF_ANSWER)) {
      line = answers.readLine();
      assertThat(line).as("it still runs: %s", answer).isNotNull();
      answer.append(line).append('\n');
    }
    return answer.toString();
  }

  /** None before it plays anything. */
  private static long number(Pattern which, String answer) {
    Matcher found = which.matcher(answer);
    return found.find() ? Long.parseLong(found.group(1)) : 0;
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }
}
