package org.lagroups.wormguard.runtime.cooperation.battery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Printable;
import org.lagroups.wormguard.cooperate.judge.Doubt;
import org.lagroups.wormguard.cooperate.judge.TestResult;

/**
 * The operator's own test of signatures, a program: where taint analysis plugs in (paper, section
 * 3.3). It is given two more arguments, the file with the rule and the file with the evidence, and
 * says by its exit code what it thinks: 0 good, 1 bad, anything else that it cannot tell.
 *
 * <p>It is started without a shell, in a folder of its own, with no standard input. Of what it
 * prints the beginning is kept. Whatever of it and of what it has started is left at the end of its
 * time is killed.
 *
 * @param command the program and its arguments, one at least
 */
public record Verifier(List<String> command, Duration patience) {

  /** How long it may take unless told otherwise. */
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  /** So much of what it prints is looked at. */
  static final int MAX_OUTPUT_BYTES = 4_096;

  private static final int GOOD = 0;
  private static final int BAD = 1;

  public Verifier {
    command = List.copyOf(command);
    if (command.isEmpty()) {
      throw new IllegalArgumentException("a verifier is a program, and perhaps its arguments");
    }
  }

  /** Asks it; blocks. */
  public TestResult ask(String rule, Bytes evidence) {
    Path folder = null;
    try {
      folder = Files.createTempDirectory("lag-verify");
      Path ruleFile =
          Files.writeString(
              folder.resolve("signature.rules"), rule + "\n", StandardCharsets.ISO_8859_1);
      Path evidenceFile = Files.write(folder.resolve("evidence"), evidence.toArray());
      List<String> words = new ArrayList<>(command);
      words.add(ruleFile.toString());
      words.add(evidenceFile.toString());
      return run(words, folder);
    } catch (IOException e) {
      return new TestResult.Undecided("the verifier cannot be run: " + e.getMessage());
    } finally {
      delete(folder);
    }
  }

  private TestResult run(List<String> words, Path folder) throws IOException {
    Process process = ProcessGroup.start(words, folder);
    process.getOutputStream().close();
    Reading reading = new Reading(process.getInputStream());
    Thread reader = Thread.ofVirtual().start(reading);
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return new TestResult.Undecided(
            "the verifier has not come to an end in %d s".formatted(patience.toSeconds()));
      }
      reader.join(Duration.ofSeconds(1));
      return switch (process.exitValue()) {
        case GOOD -> new TestResult.Passed();
        case BAD -> new TestResult.Doubtful(Doubt.VERIFIER_REJECTED, reading.text());
        default ->
            new TestResult.Undecided(
                "the verifier has ended with exit code %d: %s"
                    .formatted(process.exitValue(), reading.text()));
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new TestResult.Undecided("the node is stopping");
    } finally {
      ProcessGroup.kill(process);
    }
  }

  /** Reads all, so that the program never waits, and keeps the beginning. */
  private static final class Reading implements Runnable {

    private final InputStream in;
    private final byte[] kept = new byte[MAX_OUTPUT_BYTES];
    private volatile int length;

    Reading(InputStream in) {
      this.in = in;
    }

    @Override
    public void run() {
      byte[] rest = new byte[MAX_OUTPUT_BYTES];
      try (in) {
        length = in.readNBytes(kept, 0, kept.length);
        while (in.read(rest) >= 0) {}
      } catch (IOException e) {
        // It was killed: what was read so far is all that there is.
      }
    }

    String text() {
      return Printable.of(new String(kept, 0, length, StandardCharsets.UTF_8).strip());
    }
  }

  private static void delete(@Nullable Path folder) {
    if (folder == null) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      // Left to whoever cleans temporary files.
    }
  }
}
