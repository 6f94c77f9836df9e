package org.lagroups.wormguard.cli;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.lagroups.node.cli.Amounts;
import org.lagroups.node.cli.ProgressLine;
import org.lagroups.wormguard.capture.Frames;
import org.lagroups.wormguard.engine.BlockingPolicy;
import org.lagroups.wormguard.engine.RuleIndex;
import org.lagroups.wormguard.eve.EveEncoder;
import org.lagroups.wormguard.eve.EveSettings;
import org.lagroups.wormguard.inspect.Finding;
import org.lagroups.wormguard.inspect.FindingSink;
import org.lagroups.wormguard.inspect.InspectSettings;
import org.lagroups.wormguard.inspect.Inspector;
import org.lagroups.wormguard.rule.Rule;

/** One scan of captures, with its progress and its end by Ctrl-C. */
final class Scan implements AutoCloseable {

  /** How many frames go by between two looks at the clock. */
  private static final int FRAMES_PER_LOOK = 1 << 14;

  private static final long SHOW_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final long END_SECONDS = 10;

  private final RuleIndex index;
  private final InspectSettings settings;
  private final CaptureFiles files;
  private final EveOutput events;
  private final ProgressLine progress;
  private final IdentityHashMap<Rule, Integer> alerts = new IdentityHashMap<>();
  private final List<ScanView.DamageView> damage = new ArrayList<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread onInterrupt = new Thread(this::stop, "lag-guard-scan-end");
  private volatile boolean isStopped;
  private long bytesBefore;
  private long shownNanos;

  Scan(
      RuleIndex index,
      InspectSettings settings,
      CaptureFiles files,
      EveOutput events,
      ProgressLine progress) {
    this.index = index;
    this.settings = settings;
    this.files = files;
    this.events = events;
    this.progress = progress;
    Runtime.getRuntime().addShutdownHook(onInterrupt);
  }

  /** Scans all files, unless it is stopped. */
  ScanView run(String matcher, RuleFiles.Loaded loaded) {
    SecureRandom random = new SecureRandom();
    long begin = System.nanoTime();
    shownNanos = begin;
    try (Inspector inspector =
        new Inspector(index, settings, BlockingPolicy.NOTHING, random, sink(random))) {
      for (CaptureFiles.Capture capture : files.captures()) {
        scan(inspector, capture);
        bytesBefore += capture.file().size();
      }
      inspector.endFlows();
      events.flush();
      progress.end();
      double seconds = (System.nanoTime() - begin) / 1e9;
      return ScanView.of(loaded, matcher, inspector.counts(), seconds, alerts, damage, !isStopped);
    }
  }

  /** Lets the process end, once all is told. */
  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(onInterrupt);
    } catch (IllegalStateException _) {
      // It runs already.
    }
  }

  private FindingSink sink(SecureRandom random) {
    if (!events.isSomewhere()) {
      return this::count;
    }
    long firstFlow = random.nextLong(EveSettings.MOST_FIRST_FLOW);
    EveEncoder encoder = new EveEncoder(new EveSettings(Optional.empty(), firstFlow), events.log());
    return finding -> {
      count(finding);
      encoder.found(finding);
    };
  }

  private void count(Finding finding) {
    alerts.merge(finding.alert().rule(), 1, Integer::sum);
  }

  private void scan(Inspector inspector, CaptureFiles.Capture capture) {
    Frames frames = capture.file().frames();
    while (!isStopped && frames.next()) {
      inspector.take(
          frames.memory(),
          frames.offset(),
          frames.capturedLength(),
          frames.wireLength(),
          frames.link(),
          frames.nanos());
      if (!inspector.hasRoom() || !frames.isNextAtHand()) {
        judgeTaken(inspector);
      }
      if (frames.count() % FRAMES_PER_LOOK == 0) {
        look(frames.position(), inspector);
      }
    }
    judgeTaken(inspector);
    frames
        .damage()
        .ifPresent(found ->
            damage.add(
                new ScanView.DamageView(
                    capture.name(), frames.count(), found.offset(), found.what())));
  }

  private static void judgeTaken(Inspector inspector) {
    while (inspector.hasTaken()) {
      inspector.judge();
    }
  }

  private void look(long position, Inspector inspector) {
    long now = System.nanoTime();
    if (now - shownNanos < SHOW_NANOS) {
      return;
    }
    shownNanos = now;
    long done = bytesBefore + position;
    progress.show(
        "%s %s of %s, %,d alerts"
            .formatted(
                Amounts.bar(done, files.size()),
                Amounts.bytes(done),
                Amounts.bytes(files.size()),
                inspector.alertCount()));
    events.flush();
  }

  /** Ctrl-C: lets the scan come to its end, so that no event is cut off. */
  private void stop() {
    isStopped = true;
    try {
      ended.await(END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
