package org.lagroups.node.runtime.core;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.monitor.Monitor;
import org.lagroups.core.monitor.battery.Battery;
import org.lagroups.core.monitor.battery.BenefitOfDoubt;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.node.control.EventFeed;
import org.lagroups.node.runtime.ModuleHost;
import org.lagroups.node.runtime.NodeLoop;
import org.lagroups.node.runtime.NodeModule;
import org.lagroups.node.runtime.NodeServices;
import org.lagroups.node.runtime.OpenModule;
import org.lagroups.node.state.OwnerFiles;
import org.lagroups.node.state.StateStore;
import org.lagroups.node.state.config.NodeConfig;
import org.lagroups.node.state.tables.DurableWrites;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The modules that take part in a node. One that fails does not keep others from ending. */
public final class Modules {

  private static final Logger LOG = LoggerFactory.getLogger(Modules.class);

  private final List<OpenModule> open = new ArrayList<>();
  private int started;

  private Modules() {}

  /** All modules on the class path. */
  public static List<NodeModule> installed() {
    return ServiceLoader.load(NodeModule.class).stream().map(ServiceLoader.Provider::get).toList();
  }

  /** Opens them one after the other; if one fails, closes those before it. */
  static Modules open(NodeParts parts, NodeLoop loop, DurableWrites writes) {
    Modules modules = new Modules();
    try {
      for (NodeModule module : parts.modules()) {
        Path folder = parts.home().moduleFolder(module.name());
        OwnerFiles.createFolder(folder);
        modules.open.add(module.open(new Host(parts, loop, writes, folder)));
      }
      return modules;
    } catch (RuntimeException e) {
      modules.close();
      throw e;
    }
  }

  /** The node's tests, and those that modules have. On the event loop. */
  Monitor testsWith(Monitor battery) {
    List<Monitor> tests = new ArrayList<>(List.of(battery));
    open.forEach(module -> module.test().map(BenefitOfDoubt::new).ifPresent(tests::add));
    return tests.size() == 1 ? battery : Battery.allOf(tests.toArray(Monitor[]::new));
  }

  /** On the event loop. */
  void start(NodeServices services) {
    for (OpenModule module : open) {
      started++;
      module.start(services);
    }
  }

  List<ApiRoute> routes() {
    return open.stream().flatMap(module -> module.routes().stream()).toList();
  }

  /** From any thread, once all are open. */
  List<String> warnings() {
    return open.stream().flatMap(module -> module.warnings().stream()).toList();
  }

  /** Tells those that have started. On the event loop. */
  void tell(Consumer<OpenModule> news) {
    open.subList(0, started).forEach(module -> quietly(() -> news.accept(module)));
  }

  /** On the event loop. Done when none of them has to go on for the sake of others. */
  CompletableFuture<Void> leave() {
    return CompletableFuture.allOf(
        open.subList(0, started).reversed().stream()
            .map(Modules::leave)
            .toArray(CompletableFuture<?>[]::new));
  }

  /** On the event loop. */
  void stop() {
    open.subList(0, started).reversed().forEach(module -> quietly(module::stop));
  }

  void close() {
    open.reversed().forEach(module -> quietly(module::close));
  }

  private static CompletableFuture<Void> leave(OpenModule module) {
    CompletableFuture<Void> left = new CompletableFuture<>();
    var _ =
        CompletableFuture.completedFuture(module)
            .thenCompose(OpenModule::leave)
            .whenComplete((_, failure) -> {
              if (failure != null) {
                tellOf(failure);
              }
              left.complete(null);
            });
    return left;
  }

  private static void quietly(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      tellOf(e);
    }
  }

  private static void tellOf(Throwable failure) {
    LOG.atError().setCause(failure).log("a fault in this program: a module failed");
  }

  private record Host(NodeParts parts, NodeLoop loop, DurableWrites writes, Path dataFolder)
      implements ModuleHost {

    @Override
    public Identity identity() {
      return parts.identity();
    }

    @Override
    public NodeConfig config() {
      return parts.config();
    }

    @Override
    public StateStore store() {
      return parts.store();
    }

    @Override
    public EventFeed events() {
      return parts.events();
    }

    @Override
    public MeterRegistry metrics() {
      return parts.meters();
    }
  }
}
