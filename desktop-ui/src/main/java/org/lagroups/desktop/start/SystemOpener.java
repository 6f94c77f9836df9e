package org.lagroups.desktop.start;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.lagroups.desktop.screen.Notices;
import org.lagroups.desktop.screen.Opener;

/** Starts the system's opener: xdg-open, open or explorer. No shell is between. */
final class SystemOpener implements Opener {

  /** Nothing else is handed to the system: an address may come from a stranger. */
  private static final Set<String> SCHEMES = Set.of("http", "https", "udp");

  private final Notices notices;
  private final List<String> program;

  SystemOpener(Notices notices) {
    this.notices = notices;
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("mac")) {
      program = List.of("open");
    } else if (system.contains("win")) {
      program = List.of("explorer");
    } else {
      program = List.of("xdg-open");
    }
  }

  @Override
  public void reveal(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    start(String.valueOf(folder == null ? file.toAbsolutePath() : folder));
  }

  @Override
  public void open(URI address) {
    if (SCHEMES.contains(String.valueOf(address.getScheme()))) {
      start(address.toString());
    }
  }

  private void start(String what) {
    try {
      new ProcessBuilder(program.getFirst(), what)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      notices.tell(
          Notices.Kind.WARNING,
          "cannot open " + what,
          "there is no " + program.getFirst() + " here");
    }
  }
}
