package org.lagroups.wormguard.cli;

import org.lagroups.wormguard.inspect.InspectSettings;
import picocli.CommandLine.Option;

/** Whether checksums are verified. */
final class ChecksumOption {

  /** What may be said; in small letters, as it is usual. */
  enum Verified {
    all,
    none
  }

  @Option(
      names = "-k",
      paramLabel = "all|none",
      description = {
        "Whether packets with a wrong checksum are left out of flows, as hosts drop them: all or"
            + " none of the checksums are looked at. Say none for captures made on the host that"
            + " sent. Default: all."
      })
  private Verified verified = Verified.all;

  InspectSettings settings() {
    return InspectSettings.DEFAULT.withVerifyChecksums(verified == Verified.all);
  }
}
