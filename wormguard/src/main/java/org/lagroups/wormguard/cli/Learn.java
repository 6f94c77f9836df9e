package org.lagroups.wormguard.cli;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.lagroups.node.cli.Amounts;
import org.lagroups.node.cli.ProgressLine;
import org.lagroups.wormguard.capture.Damage;
import org.lagroups.wormguard.capture.live.LiveCapture;
import org.lagroups.wormguard.flow.FlowSettings;
import org.lagroups.wormguard.learn.benign.BenignFilter;
import org.lagroups.wormguard.learn.detect.DetectorSettings;
import org.lagroups.wormguard.learn.detect.DetectorSink;
import org.lagroups.wormguard.learn.detect.FrameDetector;
import org.lagroups.wormguard.learn.evidence.PayloadSample;
import org.lagroups.wormguard.learn.scan.Scanner;
import org.lagroups.wormguard.learn.signature.Signature;
import org.lagroups.wormguard.runtime.learning.Learning;
import org.lagroups.wormguard.runtime.learning.SignatureFiles;
import org.lagroups.wormguard.runtime.matching.Matching;

/** One run of {@code lag guard learn}, with its progress and its end by Ctrl-C. */
final class Learn implements DetectorSink {

  private static final long SHOW_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final long END_SECONDS = 10;

  private final SignatureFiles written;
  private final Consumer<String> rules;
  private final Optional<LearnOffers> offers;
  private final ProgressLine progress;
  private final BenignFilter benign;
  private final FrameDetector detector;
  private final Learning learning;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final List<LearnView.SignatureView> signatures = new ArrayList<>();
  private final List<LearnView.ScannerView> scanners = new ArrayList<>();
  private final List<ScanView.DamageView> damage = new ArrayList<>();
  private Optional<String> problem = Optional.empty();
  private long scannersTold;
  private long wholeBytes;
  private long shownNanos;
  private volatile boolean isInterrupted;

  /**
   * A run that has not begun.
   *
   * @param rules is given each rule once it is written
   * @param offers passes on to a node what is found, if that is wanted
   */
  Learn(
      DetectorSettings settings,
      SignatureFiles written,
      Consumer<String> rules,
      Optional<LearnOffers> offers,
      ProgressLine progress) {
    SecureRandom random = new SecureRandom();
    this.written = written;
    this.rules = rules;
    this.offers = offers;
    this.progress = progress;
    this.benign = new BenignFilter(BenignFilter.DEFAULT_WORDS, random);
    this.detector =
        new FrameDetector(
            settings,
            FlowSettings.DEFAULT.maxFlows(),
            benign,
            Matching.best().compiler(),
            random,
            this);
    this.learning = new Learning(detector, this::show);
  }

  /** Learns from files. */
  LearnView fromFiles(CaptureFiles known, CaptureFiles files) {
    wholeBytes = known.size() + files.size();
    return run(() -> {
      takeBenign(known);
      for (CaptureFiles.Capture capture : files.captures()) {
        tell(capture.name(), learning.take(capture.file()));
      }
    });
  }

  /**
   * Learns from an interface.
   *
   * @param seconds for how long; 0 until Ctrl-C
   */
  LearnView fromInterface(CaptureFiles known, LiveCapture capture, long seconds) {
    wholeBytes = known.size();
    return run(() -> {
      takeBenign(known);
      wholeBytes = 0;
      if (seconds > 0) {
        learning.stopAfter(seconds);
      }
      problem = learning.take(capture);
    });
  }

  @Override
  public void learned(Signature signature) {
    written.add(signature);
    signatures.add(LearnView.SignatureView.of(signature));
    progress.end();
    rules.accept(signature.evidence().rule());
    offers.ifPresent(to -> to.learned(signature));
  }

  @Override
  public void ordinary(PayloadSample payload) {
    offers.ifPresent(to -> to.ordinary(payload));
  }

  @Override
  public void scans(Scanner scanner) {
    scannersTold++;
    if (scanners.size() < LearnView.MOST_SCANNERS) {
      scanners.add(LearnView.ScannerView.of(scanner));
    }
  }

  private LearnView run(Runnable work) {
    Thread onInterrupt = new Thread(this::stop, "lag-guard-learn-end");
    Runtime.getRuntime().addShutdownHook(onInterrupt);
    long begin = System.nanoTime();
    shownNanos = begin;
    try {
      work.run();
      progress.end();
      detector.finish();
      offers.ifPresent(to -> to.finish(isInterrupted));
      return view((System.nanoTime() - begin) / 1e9);
    } finally {
      progress.end();
      removeHook(onInterrupt);
    }
  }

  /** Lets Ctrl-C end the process: all is printed. */
  void end() {
    ended.countDown();
  }

  private void takeBenign(CaptureFiles known) {
    for (CaptureFiles.Capture capture : known.captures()) {
      tell(capture.name(), learning.takeBenign(capture.file()));
    }
  }

  private void tell(String name, Optional<Damage> found) {
    found.ifPresent(each ->
        damage.add(new ScanView.DamageView(name, learning.frames(), each.offset(), each.what())));
  }

  private LearnView view(double seconds) {
    return new LearnView(
        !learning.isStopped(),
        problem.orElse(null),
        learning.frames(),
        learning.bytes(),
        seconds,
        detector.memoryBytes(),
        new LearnView.BenignView(benign.chanceOfError(), benign.leftOut()),
        detector.detector().counts(),
        signatures,
        scanners,
        scannersTold,
        damage,
        offers.map(LearnOffers::view).orElse(null));
  }

  private void show(long bytes) {
    long now = System.nanoTime();
    if (now - shownNanos < SHOW_NANOS) {
      return;
    }
    shownNanos = now;
    String done =
        wholeBytes == 0
            ? Amounts.bytes(bytes)
            : "%s %s of %s"
                .formatted(
                    Amounts.bar(bytes, wholeBytes),
                    Amounts.bytes(bytes),
                    Amounts.bytes(wholeBytes));
    progress.show("%s, %,d signatures".formatted(done, signatures.size()));
  }

  /** Ctrl-C: lets what was found be told. */
  private void stop() {
    isInterrupted = true;
    learning.stop();
    try {
      ended.await(END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // It runs already.
    }
  }
}
