package org.lagroups.scenarios.netlab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Begins the names of what one process makes, so that another sees when that process is dead.
 *
 * @param pid the operating system's number for it
 * @param started when it began, in ticks since the machine did: numbers are used again
 */
record RunName(long pid, long started) {

  private static final Pattern FORM = Pattern.compile("lag-lab-(\\d{1,10})-(\\d{1,18})-.*");

  /** Of the columns of /proc/PID/stat, from the third on, which comes after the name. */
  private static final int STATE = 0;

  private static final int STARTED = 19;

  /** Dead, though nobody has taken note of it: in some containers nobody ever does. */
  private static final String ZOMBIE = "Z";

  /** This process. */
  static RunName own() {
    long pid = ProcessHandle.current().pid();
    long started =
        started(pid).orElseThrow(() -> new IllegalStateException("there is no /proc/" + pid));
    return new RunName(pid, started);
  }

  /** Whose name that is, if it is one of these. */
  static Optional<RunName> of(String name) {
    Matcher matcher = FORM.matcher(name);
    return matcher.matches()
        ? Optional.of(
            new RunName(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }

  String name(String label) {
    return "lag-lab-%d-%d-%s".formatted(pid, started, label);
  }

  /** Whether the process still runs. */
  boolean isAlive() {
    return started(pid).filter(when -> when == started).isPresent();
  }

  private static Optional<Long> started(long pid) {
    try {
      String line =
          Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
      String[] columns = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
      return columns[STATE].equals(ZOMBIE)
          ? Optional.empty()
          : Optional.of(Long.parseLong(columns[STARTED]));
    } catch (IOException e) {
      // There is no such process.
      return Optional.empty();
    }
  }
}
