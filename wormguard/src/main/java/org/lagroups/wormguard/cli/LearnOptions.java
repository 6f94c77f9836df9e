package org.lagroups.wormguard.cli;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lagroups.wormguard.learn.detect.DetectorSettings;
import org.lagroups.wormguard.learn.detect.SiftSettings;
import org.lagroups.wormguard.learn.scan.ScanSettings;
import picocli.CommandLine.Option;

/** What {@code lag guard learn} looks for. */
final class LearnOptions {

  /** How long an interface is watched before anything is learned. */
  private static final long LIVE_SETTLE_SECONDS = 60;

  @Option(
      names = "--window",
      paramLabel = "BYTES",
      description = "The shortest content that is signed: 8 to 1024. Default: ${DEFAULT-VALUE}.")
  private int window = 40;

  @Option(
      names = "--sampling",
      paramLabel = "N",
      description = {
        "Looks at one window of content in N, a power of two up to 65536. Content of 400 bytes is"
            + " overlooked once in 300 times with 64, and as good as never with 16, which takes"
            + " more memory and time. Default: ${DEFAULT-VALUE}."
      })
  private int sampling = 64;

  @Option(
      names = "--prevalence",
      paramLabel = "N",
      description = {
        "How often content has to be seen within an interval, before it is counted who sends it:"
            + " 2 to 255. Default: ${DEFAULT-VALUE}."
      })
  private int prevalence = 3;

  @Option(
      names = "--sources",
      paramLabel = "N",
      description = "How many addresses have to send it. Default: ${DEFAULT-VALUE}.")
  private int sources = 30;

  @Option(
      names = "--destinations",
      paramLabel = "N",
      description = "How many addresses it has to be sent to. Default: ${DEFAULT-VALUE}.")
  private int destinations = 30;

  @Option(
      names = "--any-port",
      description = {
        "Counts content together whatever port it is sent to. Finds worms that send to random"
            + " ports, and takes for one what many servers answer to many clients."
      })
  private boolean anyPort;

  @Option(
      names = "--interval",
      paramLabel = "SECONDS",
      description = {
        "After so long counting for --prevalence and for scans starts afresh. Default:"
            + " ${DEFAULT-VALUE}."
      })
  private long interval = 60;

  @Option(
      names = "--idle",
      paramLabel = "SECONDS",
      description = {
        "Content that was prevalent is forgotten when it is not seen for so long. Default:"
            + " ${DEFAULT-VALUE}."
      })
  private long idle = 3 * 3_600;

  @Option(
      names = "--samples",
      paramLabel = "N",
      description = {
        "How many packets, each from another address, a signature is made of: 2 to 32. Default:"
            + " ${DEFAULT-VALUE}."
      })
  private int samples = 12;

  @Option(
      names = "--unknown",
      paramLabel = "BYTES",
      description = {
        "How long a part of the content has to be of which benign traffic has no 8 bytes in a row:"
            + " 8 to 1024, at most --window. Default: ${DEFAULT-VALUE}."
      })
  private int unknown = 32;

  @Option(
      names = "--settle",
      paramLabel = "SECONDS",
      description = {
        "Takes all of the first seconds of traffic as benign. Default: 60 for an interface, 0 for"
            + " files."
      })
  private @Nullable Long settle;

  @Option(
      names = "--failures",
      paramLabel = "N",
      description = {
        "Tells who tries so many targets within an interval that do not answer. Default:"
            + " ${DEFAULT-VALUE}."
      })
  private int failures = 100;

  /**
   * The settings that were asked for.
   *
   * @throws IllegalArgumentException if one is out of range, with a message for people
   */
  DetectorSettings settings(boolean isLive) {
    DetectorSettings standard = DetectorSettings.DEFAULT;
    SiftSettings sifting =
        new SiftSettings(
            window,
            sampling,
            prevalence,
            sources,
            destinations,
            !anyPort,
            TimeUnit.SECONDS.toNanos(interval),
            TimeUnit.SECONDS.toNanos(idle));
    long settleSeconds = settle != null ? settle : isLive ? LIVE_SETTLE_SECONDS : 0;
    return new DetectorSettings(
        sifting,
        new ScanSettings(failures, TimeUnit.SECONDS.toNanos(interval), standard.scans().sources()),
        standard.counters(),
        standard.entries(),
        standard.suspects(),
        samples,
        unknown,
        TimeUnit.SECONDS.toNanos(settleSeconds));
  }
}
