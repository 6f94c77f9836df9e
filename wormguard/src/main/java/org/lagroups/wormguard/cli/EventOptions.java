package org.lagroups.wormguard.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.wormguard.runtime.guard.RotatingLog;
import picocli.CommandLine.Option;

/** Where a guard's events go. */
final class EventOptions {

  private static final long MEBIBYTE = 1 << 20;
  private static final int MOST_MEBIBYTES = 1 << 20;

  @Option(
      names = "--eve",
      paramLabel = "FILE",
      description = {
        "Writes alerts to this file as EVE JSON, one line each; behind what is there, but in mode"
            + " pcap."
      })
  private Path path = EveOutput.NOWHERE;

  @Option(
      names = "--eve-size",
      paramLabel = "MIB",
      description = "Puts the file aside, as FILE.1, when it is larger. Default: 100.")
  private int mebibytes = 100;

  @Option(
      names = "--eve-keep",
      paramLabel = "COUNT",
      description = "How many files put aside are kept. Default: 5.")
  private int kept = 5;

  Path path() {
    return path;
  }

  /** The log of a guard that runs for long. */
  Optional<RotatingLog> log() {
    if (path.equals(EveOutput.NOWHERE)) {
      return Optional.empty();
    }
    if (mebibytes < 1 || mebibytes > MOST_MEBIBYTES) {
      throw new CommandFailedException(
          "--eve-size is %d".formatted(mebibytes), "say 1 to %,d".formatted(MOST_MEBIBYTES));
    }
    try {
      return Optional.of(
          new RotatingLog(path, new RotatingLog.Settings(mebibytes * MEBIBYTE, kept)));
    } catch (IllegalArgumentException e) {
      throw new CommandFailedException("--eve-keep: " + e.getMessage(), "say 0 to 1,000");
    }
  }
}
