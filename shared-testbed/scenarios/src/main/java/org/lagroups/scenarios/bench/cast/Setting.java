package org.lagroups.scenarios.bench.cast;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.lagroups.scenarios.netlab.Laboratory;

/**
 * Where a scenario is played.
 *
 * @param uplinks as they were measured
 * @param folder for homes and files
 * @param seed of files and meshes
 */
record Setting(
    CastScenario scenario, Laboratory laboratory, Uplinks uplinks, Path folder, long seed) {

  private static final int PIECE_BYTES = 1 << 16;
  private static final int WARM_UP_PIECES = 32;
  private static final long LONGEST_WARM_UP_MILLIS = 60_000;
  private static final double BITS_PER_MBIT = 1e6;

  /** The greatest rate at which the source can send to all others, in Mbit/s. */
  double bound() {
    return uplinks.bound(CastScenario.SOURCE);
  }

  /** How many hosts receive. */
  int receivers() {
    return scenario.hosts().size() - 1;
  }

  /** How many bytes take so long at a rate. */
  static long bytes(double mbit, double seconds) {
    return (long) (mbit * BITS_PER_MBIT / Byte.SIZE * seconds);
  }

  /** Makes a file that takes so long at the greatest rate. */
  Path file(int seconds) {
    return write("file", (int) (bytes(bound(), seconds) / PIECE_BYTES));
  }

  /** Starts nodes, and lets them send something before anything is measured. */
  CastTrial nodes() throws InterruptedException {
    CastTrial trial = CastTrial.start(laboratory, scenario.hosts(), folder);
    try {
      CastRun warmUp = trial.begin(write("warm-up", WARM_UP_PIECES));
      warmUp.awaitWhole(LONGEST_WARM_UP_MILLIS);
      trial.end();
      return trial;
    } catch (RuntimeException | InterruptedException e) {
      trial.close();
      throw e;
    }
  }

  private Path write(String name, int pieces) {
    Path path = folder.resolve(name);
    SplittableRandom random = new SplittableRandom(seed);
    byte[] piece = new byte[PIECE_BYTES];
    try {
      Files.createDirectories(folder);
      try (OutputStream out = Files.newOutputStream(path)) {
        for (int i = 0; i < pieces; i++) {
          random.nextBytes(piece);
          out.write(piece);
        }
      }
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path, e);
    }
  }
}
