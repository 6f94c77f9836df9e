package org.lagroups.scenarios.bench.ui.host;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** JavaFX without a screen, drawn by the processor: the same everywhere, and the slowest way. */
final class NoScreen {

  private static final long PATIENCE_SECONDS = 60;

  private NoScreen() {}

  /** To be called before anything of JavaFX. */
  static void choose() {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    Logger.getLogger("javafx").setLevel(Level.SEVERE); // it warns of being on the class path
  }

  /** Starts JavaFX. */
  static void start() {
    CompletableFuture<Boolean> up = new CompletableFuture<>();
    Platform.setImplicitExit(false);
    Platform.startup(() -> up.complete(true));
    up.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  /** What this answers on the JavaFX thread. */
  static <T> T ask(Supplier<T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        answer.complete(question.get());
      } catch (RuntimeException e) {
        answer.completeExceptionally(e);
      }
    });
    return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  /**
   * Waits until what is in the scene now has been drawn: a frame is drawn while the next one is
   * begun, and the third does not begin before.
   */
  static void awaitDrawn() {
    CompletableFuture<Boolean> drawn = new CompletableFuture<>();
    Platform.runLater(() ->
        new AnimationTimer() {
          private int begun;

          @Override
          public void handle(long nanos) {
            begun++;
            if (begun == 3) {
              stop();
              drawn.complete(true);
            }
          }
        }.start());
    drawn.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }
}
