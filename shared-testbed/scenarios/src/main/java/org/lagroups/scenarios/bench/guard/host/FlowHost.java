package org.lagroups.scenarios.bench.guard.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lagroups.scenarios.bench.guard.rules.MadeRules;
import org.lagroups.scenarios.process.JavaCommand;
import org.lagroups.scenarios.process.ObedientProcess;
import org.lagroups.scenarios.process.Orders;
import org.lagroups.wormguard.flow.FlowSettings;
import org.lagroups.wormguard.inspect.InspectSettings;

/**
 * A process that takes many flows when it is told {@code flows N}, and answers how many it has
 * then, and the most memory of its own, in KiB, that it ever had resident.
 */
public final class FlowHost {

  private static final int HEAP_MEGABYTES = 512;
  private static final String MOST_RESIDENT = "VmHWM:";

  private FlowHost() {}

  /** Starts one. */
  public static ObedientProcess start(long seed, int rules, int mostFlows) {
    List<String> command =
        JavaCommand.of(
            FlowHost.class,
            HEAP_MEGABYTES,
            String.valueOf(seed),
            String.valueOf(rules),
            String.valueOf(mostFlows));
    return ObedientProcess.start(command);
  }

  /** Seed and number of the rules, and how many flows there is room for. */
  public static void main(String[] arguments) throws Exception {
    long seed = Long.parseLong(arguments[0]);
    MadeRules rules = MadeRules.make(seed, Integer.parseInt(arguments[1]));
    int most = Integer.parseInt(arguments[2]);
    InspectSettings settings =
        InspectSettings.DEFAULT.withFlows(FlowSettings.DEFAULT.withMaxFlows(most));
    try (GuardPasses passes = new GuardPasses(rules, settings)) {
      Orders.take(order ->
          switch (order[0]) {
            case "flows" -> {
              passes.feed(Integer.parseInt(order[1]), seed);
              yield passes.flows() + " " + mostResident();
            }
            default -> Orders.unknown(order);
          });
    }
  }

  /** In KiB, as Linux tells it. */
  private static long mostResident() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith(MOST_RESIDENT)) {
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
      }
    }
    throw new IOException("/proc/self/status has no " + MOST_RESIDENT);
  }
}
