package org.lagroups.scenarios.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands that run another main class of this program's class path, in a small machine. */
public final class JavaCommand {

  private JavaCommand() {}

  /**
   * A command.
   *
   * @param heapMegabytes the most that it may use for objects
   */
  public static List<String> of(Class<?> main, int heapMegabytes, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-Xmx" + heapMegabytes + "m",
            "-Xlog:aot*=off",
            "-Xlog:cds*=off",
            "-Djava.net.preferIPv4Stack=true",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }
}
