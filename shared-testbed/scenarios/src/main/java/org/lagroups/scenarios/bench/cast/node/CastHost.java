package org.lagroups.scenarios.bench.cast.node;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lagroups.multicast.api.BeginReceiving;
import org.lagroups.multicast.api.BeginSending;
import org.lagroups.multicast.api.CastView;
import org.lagroups.multicast.runtime.MulticastModule;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.process.LogSetup;
import org.lagroups.node.process.NodeOptions;
import org.lagroups.node.process.NodeProcess;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.node.state.OwnerFiles;
import org.lagroups.node.state.config.LogLevel;
import org.lagroups.scenarios.process.Orders;

/**
 * A process with a node, which sends and receives one stream after another by its control API. It
 * ends when its input does.
 */
public final class CastHost {

  private final ControlClient control;
  private final Meddling meddling;
  private String stream = "";
  private @Nullable Progress progress;

  private CastHost(ControlClient control, Meddling meddling) {
    this.control = control;
    this.meddling = meddling;
  }

  /**
   * Runs until the input ends.
   *
   * @param args home folder and address to listen at
   */
  public static void main(String[] args) throws Exception {
    HomeFolder home = HomeFolder.at(Path.of(args[0]));
    OwnerFiles.createFolder(home.config());
    LogSetup.quietlyTo(home.logFile(), LogLevel.INFO);
    Meddling meddling = new Meddling();
    NodeOptions options =
        NodeOptions.standard()
            .withModules(List.of(new MeddledModule(new MulticastModule(), meddling)))
            .withConfig(config -> config.withListen(args[1], 0));
    NodeProcess process = NodeProcess.start(home, options);
    Orders.take(new CastHost(ControlClient.of(home), meddling)::obey);
    process.close();
    System.exit(0);
  }

  private String obey(String[] order) throws InterruptedException {
    return switch (order[0]) {
      case "send" -> {
        BeginSending wish = new BeginSending(order[1], null, "file", null, null);
        CastView begun = control.post("/v1/cast/sent", wish, CastView.class);
        stream = begun.stream();
        yield Objects.requireNonNull(begun.link());
      }
      case "receive" -> {
        BeginReceiving wish = new BeginReceiving(order[1], List.of(order[2]), null, null);
        stream = control.post("/v1/cast/received", wish, CastView.class).stream();
        String path = path();
        progress = Progress.of(() -> control.get(path, CastView.class));
        yield "done";
      }
      case "whole" -> Orders.came(Objects.requireNonNull(progress).await(Long.parseLong(order[1])));
      case "progress" -> Objects.requireNonNull(progress).text();
      case "meddle" -> {
        meddling.begin(Meddling.Kind.valueOf(order[1].toUpperCase(Locale.ROOT)));
        yield "done";
      }
      case "end" -> {
        control.delete(path(), CastView.class);
        yield "done";
      }
      case "cpu" -> String.valueOf(cpuNanos());
      default -> Orders.unknown(order);
    };
  }

  private String path() {
    return "/v1/cast/streams/" + stream;
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getProcessCpuTime();
  }
}
