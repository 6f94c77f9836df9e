package org.lagroups.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * JavaFX for tests: its headless platform, drawn by the processor, in which scenes are laid out and
 * keys pressed as on a screen. Calls come from the test's thread, and wait.
 */
public final class Fx {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Started with the first use; not by a lambda of its own, which would wait for its class. */
  private static final class Toolkit {

    static final boolean IS_UP = startToolkit();
  }

  private Fx() {}

  /** What this answers on the JavaFX thread. */
  public static <T> T ask(Supplier<T> question) {
    assertThat(Toolkit.IS_UP).isTrue();
    CompletableFuture<T> answer = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        answer.complete(question.get());
      } catch (Throwable e) {
        answer.completeExceptionally(e);
      }
    });
    try {
      return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof AssertionError error) {
        throw error;
      }
      throw e;
    }
  }

  /** Does something on the JavaFX thread. */
  public static void run(Runnable task) {
    ask(() -> {
      task.run();
      return true;
    });
  }

  /** Waits until this holds on the JavaFX thread. */
  public static void await(String what, Supplier<Boolean> condition) {
    awaitHere(what, () -> ask(condition));
  }

  /** Waits until this holds; asked on the test's thread. */
  public static void awaitHere(String what, BooleanSupplier condition) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("waiting until " + what).isBefore(end);
      pause();
    }
  }

  /** The part of a scene with this ID. On the JavaFX thread. */
  public static <T extends Node> T find(Scene scene, String id, Class<T> type) {
    Node found = scene.lookup("#" + id);
    assertThat(found).as("#" + id).isNotNull();
    return type.cast(Objects.requireNonNull(found));
  }

  /** All words below a part of a scene, a line for each label. On the JavaFX thread. */
  public static String words(@Nullable Node node) {
    return switch (node) {
      case null -> "";
      case Labeled label -> Objects.requireNonNullElse(label.getText(), "");
      case Parent parent ->
          parent.getChildrenUnmodifiable().stream()
              .map(Fx::words)
              .filter(text -> !text.isEmpty())
              .collect(Collectors.joining("\n"));
      default -> "";
    };
  }

  /** Types a key into the window that has the keyboard. */
  public static void press(KeyCode... keys) {
    run(() -> {
      Robot robot = new Robot();
      for (KeyCode key : keys) {
        robot.keyPress(key);
      }
      for (int i = keys.length - 1; i >= 0; i--) {
        robot.keyRelease(keys[i]);
      }
    });
  }

  /** Writes what a scene looks like now to {@code target/screenshots/NAME.png}. */
  public static Path screenshot(Scene scene, String name) {
    WritableImage image = ask(() -> scene.snapshot(null));
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
      }
    }
    Path file = Path.of("target", "screenshots", name + ".png");
    try {
      Files.createDirectories(file.getParent());
      assertThat(ImageIO.write(copy, "png", file.toFile())).isTrue();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return file;
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean startToolkit() {
    Logger.getLogger("javafx").setLevel(Level.SEVERE);
    CompletableFuture<Boolean> up = new CompletableFuture<>();
    Platform.setImplicitExit(false);
    Platform.startup(() -> up.complete(true));
    return up.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }
}
