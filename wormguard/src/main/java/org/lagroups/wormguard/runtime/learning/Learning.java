package org.lagroups.wormguard.runtime.learning;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lagroups.wormguard.capture.Damage;
import org.lagroups.wormguard.capture.Frames;
import org.lagroups.wormguard.capture.PcapFile;
import org.lagroups.wormguard.capture.live.FrameHandler;
import org.lagroups.wormguard.capture.live.LiveCapture;
import org.lagroups.wormguard.capture.live.Polled;
import org.lagroups.wormguard.learn.detect.FrameDetector;
import org.lagroups.wormguard.packet.LinkType;

/** Gives a detector frames, until there are no more or it is stopped. */
public final class Learning {

  private static final int FRAMES_PER_LOOK = 1 << 12;

  private final FrameDetector detector;
  private final LearningWatch watch;
  private volatile boolean isStopped;
  private volatile @Nullable LiveCapture live;
  private long frames;
  private long bytes;
  private long bytesBefore;

  /**
   * For a detector.
   *
   * @param watch is told how far it has come
   */
  public Learning(FrameDetector detector, LearningWatch watch) {
    this.detector = detector;
    this.watch = watch;
  }

  /** Takes all of a file as benign. What is wrong with it, if something is. */
  public Optional<Damage> takeBenign(PcapFile file) {
    return take(file, detector::takeBenign);
  }

  /** Learns from a file. What is wrong with it, if something is. */
  public Optional<Damage> take(PcapFile file) {
    return take(file, this::learn);
  }

  /**
   * Learns from an interface, until it is stopped or nothing more comes of it.
   *
   * @return why nothing more came, if it was not stopped
   */
  public Optional<String> take(LiveCapture capture) {
    live = capture;
    while (!isStopped) {
      switch (capture.poll(this::learn)) {
        case Polled.Taken _ -> watch.at(bytes);
        case Polled.Stopped _ -> isStopped = true;
        case Polled.Failed(String why) -> {
          return Optional.of(why);
        }
      }
    }
    return Optional.empty();
  }

  /** Ends it soon. Any thread. */
  public void stop() {
    isStopped = true;
    LiveCapture capture = live;
    if (capture != null) {
      capture.stop();
    }
  }

  /** Ends it after a time. Any thread. */
  public void stopAfter(long seconds) {
    Thread.ofPlatform()
        .daemon()
        .name("lag-guard-learn-timer")
        .start(() -> {
          try {
            TimeUnit.SECONDS.sleep(seconds);
            stop();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** Whether it was stopped. */
  public boolean isStopped() {
    return isStopped;
  }

  /** How many frames it has learned from. */
  public long frames() {
    return frames;
  }

  /** Bytes of these, as far as they were captured. */
  public long bytes() {
    return bytes;
  }

  private void learn(
      MemorySegment memory, long offset, int captured, int wire, LinkType link, long nanos) {
    frames++;
    bytes += captured;
    detector.take(memory, offset, captured, wire, link, nanos);
  }

  private Optional<Damage> take(PcapFile file, FrameHandler handler) {
    Frames of = file.frames();
    while (!isStopped && of.next()) {
      handler.take(
          of.memory(), of.offset(), of.capturedLength(), of.wireLength(), of.link(), of.nanos());
      if (of.count() % FRAMES_PER_LOOK == 0) {
        watch.at(bytesBefore + of.position());
      }
    }
    bytesBefore += file.size();
    return of.damage();
  }
}
