package org.lagroups.scenarios.bench.ui.host;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Changes a picture with every frame, and times the frames. JavaFX begins some 60 a second at most,
 * and none before the one before the last has been drawn.
 */
final class Motion extends AnimationTimer {

  private static final long PATIENCE_SECONDS = 300;

  private final int frames;
  private final IntConsumer step;
  private final CompletableFuture<String> done = new CompletableFuture<>();
  private int shown;
  private long begunNanos;
  private long beforeNanos;
  private long longestNanos;

  private Motion(int frames, IntConsumer step) {
    this.frames = frames;
    this.step = step;
  }

  /**
   * Moves, and waits until the end. Not on the JavaFX thread.
   *
   * @param step changes the picture for one of {@code frames} frames, from 1 on
   * @return nanoseconds of all frames, and of the longest one
   */
  static String play(int frames, IntConsumer step) {
    Motion motion = new Motion(frames, step);
    Platform.runLater(motion::start);
    return motion.done.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  @Override
  public void handle(long pulse) {
    long now = System.nanoTime();
    if (shown == 0) {
      begunNanos = now;
    } else {
      longestNanos = Math.max(longestNanos, now - beforeNanos);
    }
    beforeNanos = now;
    if (shown == frames) {
      stop();
      done.complete((now - begunNanos) + " " + longestNanos);
      return;
    }
    shown++;
    try {
      step.accept(shown);
    } catch (RuntimeException e) {
      stop();
      done.completeExceptionally(e);
    }
  }
}
