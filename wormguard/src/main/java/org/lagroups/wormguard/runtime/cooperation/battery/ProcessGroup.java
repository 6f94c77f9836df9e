package org.lagroups.wormguard.runtime.cooperation.battery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs that are ended together with all that they have started. */
final class ProcessGroup {

  /** Makes a program the leader of a session, and so of a process group, of its own. */
  private static final Path SETSID = Path.of("/usr/bin/setsid");

  private static final long KILL_SECONDS = 5;

  private ProcessGroup() {}

  static Process start(List<String> words, Path folder) throws IOException {
    List<String> all = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      all.add(SETSID.toString());
    }
    all.addAll(words);
    return new ProcessBuilder(all).directory(folder.toFile()).redirectErrorStream(true).start();
  }

  /** Ends it, and whatever of its group is left although it has ended itself. */
  static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    if (Files.isExecutable(SETSID)) {
      killGroup(process.pid());
    }
  }

  private static void killGroup(long leader) {
    try {
      Process kill =
          new ProcessBuilder("kill", "-KILL", "--", "-" + leader)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      kill.waitFor(KILL_SECONDS, TimeUnit.SECONDS);
    } catch (IOException e) {
      // There is no such program: its children were ended one by one.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
