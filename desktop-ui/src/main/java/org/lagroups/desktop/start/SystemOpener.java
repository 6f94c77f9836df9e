package org.lagroups.desktop.start;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lagroups.desktop.screen.Notices;
import org.lagroups.desktop.screen.Notices.Kind;
import org.lagroups.desktop.screen.Opener;
import org.lagroups.desktop.screen.Texts;

/**
 * Starts the system's opener: xdg-open, open or explorer. No shell is between, and nothing is
 * waited for on the JavaFX thread.
 */
final class SystemOpener implements Opener {

  /** An opener that ends in failure does so soon; one that runs longer shows something. */
  private static final long SOON_SECONDS = 10;

  private final Texts texts = Texts.of(SystemOpener.class);
  private final Notices notices;
  private final Executor ui;
  private final List<String> program;

  /**
   * The one of this system.
   *
   * @param ui runs what it is given on the JavaFX thread
   */
  SystemOpener(Notices notices, Executor ui) {
    this(notices, ui, ofThisSystem());
  }

  /**
   * Another program.
   *
   * @param program and its arguments; what is to be opened is added as the last
   */
  SystemOpener(Notices notices, Executor ui, List<String> program) {
    this.notices = notices;
    this.ui = ui;
    this.program = List.copyOf(program);
  }

  @Override
  public void reveal(String file) {
    Thread.startVirtualThread(() -> {
      Path folder = folderOf(file);
      if (folder == null) {
        tell(texts.get("notHere", file), texts.get("notHere.hint"));
      } else {
        start(folder.toString(), texts.get("cannotReveal", folder), "");
      }
    });
  }

  /** By a playlist: whatever opens those plays streams, while http itself belongs to a browser. */
  @Override
  public void play(URI address) {
    Thread.startVirtualThread(() -> {
      String problem = texts.get("cannotPlay");
      String hint = texts.get("cannotPlay.hint", address);
      try {
        start(playlist(address).toString(), problem, hint);
      } catch (IOException e) {
        tell(problem, hint);
      }
    });
  }

  /** In a folder that is its owner's alone; both go with this process. */
  private static Path playlist(URI address) throws IOException {
    Path folder = Files.createTempDirectory("lag-play-");
    folder.toFile().deleteOnExit();
    Path list = folder.resolve("stream.m3u");
    list.toFile().deleteOnExit();
    return Files.writeString(list, address + "\n");
  }

  private static @Nullable Path folderOf(String file) {
    try {
      Path path = Path.of(file);
      Path folder = path.getParent();
      return path.isAbsolute() && folder != null && Files.isDirectory(folder) ? folder : null;
    } catch (InvalidPathException e) {
      return null; // it is one of another system
    }
  }

  private void start(String what, String problem, String hint) {
    List<String> command = new ArrayList<>(program);
    command.add(what);
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor(SOON_SECONDS, TimeUnit.SECONDS) && process.exitValue() != 0 && tells()) {
        tell(problem, (texts.get("failed", name(), process.exitValue()) + " " + hint).strip());
      }
    } catch (IOException e) {
      tell(problem, (texts.get("missing", name()) + " " + hint).strip());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(String problem, String hint) {
    ui.execute(() -> notices.tell(Kind.WARNING, problem, hint));
  }

  private String name() {
    return new File(program.getFirst()).getName();
  }

  /** Explorer ends with 1 when all is well. */
  private boolean tells() {
    return !name().equals("explorer");
  }

  private static List<String> ofThisSystem() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("mac")) {
      return List.of("open");
    }
    return List.of(system.contains("win") ? "explorer" : "xdg-open");
  }
}
