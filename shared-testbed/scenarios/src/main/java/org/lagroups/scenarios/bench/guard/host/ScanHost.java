package org.lagroups.scenarios.bench.guard.host;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.lagroups.scenarios.bench.guard.rules.MadeRules;
import org.lagroups.scenarios.process.JavaCommand;
import org.lagroups.scenarios.process.ObedientProcess;
import org.lagroups.scenarios.process.Orders;
import org.lagroups.wormguard.capture.PcapFile;

/**
 * A process that goes through a capture when it is told {@code pass}, and answers with the figures.
 * The file is opened anew each time, as by a command, and its pages are those of the system's
 * cache.
 */
public final class ScanHost {

  private static final int HEAP_MEGABYTES = 512;

  private ScanHost() {}

  /** Starts one, on the core that all have. */
  public static ObedientProcess start(Subject subject, Path capture, long seed, int rules) {
    List<String> command =
        JavaCommand.of(
            ScanHost.class,
            HEAP_MEGABYTES,
            subject.name(),
            capture.toString(),
            String.valueOf(seed),
            String.valueOf(rules));
    return ObedientProcess.start(Core.last().pinned(command));
  }

  /** What it is, the capture, and seed and number of the rules. */
  public static void main(String[] arguments) throws Exception {
    Path capture = Path.of(arguments[1]);
    MadeRules rules = MadeRules.make(Long.parseLong(arguments[2]), Integer.parseInt(arguments[3]));
    try (Passes passes = Subject.valueOf(arguments[0]).passes(rules)) {
      Orders.take(order ->
          switch (order[0]) {
            case "pass" -> pass(passes, capture).text();
            default -> Orders.unknown(order);
          });
    }
  }

  private static Pass pass(Passes passes, Path capture) {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long from = system.getProcessCpuTime();
    Pass pass;
    try (PcapFile file = open(capture)) {
      pass = passes.pass(file);
    }
    long nanos = system.getProcessCpuTime() - from;
    return new Pass(pass.frames(), pass.found(), pass.gaveUp(), nanos);
  }

  private static PcapFile open(Path capture) {
    return switch (PcapFile.open(capture)) {
      case PcapFile.Opening.Opened(PcapFile file) -> file;
      case PcapFile.Opening.Refused(String why) -> throw new IllegalStateException(why);
    };
  }
}
