package org.lagroups.scenarios.process;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Commands that run another main class of this program's class path, in a small machine, and with
 * the start-up cache of this process, if it has one.
 */
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
            "--enable-native-access=ALL-UNNAMED"));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-XX:AOTCache="))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }
}
