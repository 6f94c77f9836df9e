package org.lagroups.scenarios.bench.cast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lagroups.scenarios.bench.cast.node.CastHost;
import org.lagroups.scenarios.netlab.LabHost;
import org.lagroups.scenarios.netlab.Laboratory;
import org.lagroups.scenarios.process.JavaCommand;
import org.lagroups.scenarios.process.ObedientProcess;

/** Nodes in hosts of a laboratory, one of which sends files to all others. */
final class CastTrial implements AutoCloseable {

  private static final long LONGEST_START_MILLIS = 120_000;
  private static final int HEAP_MEGABYTES = 96;

  /** The best compiler would take more of the processor than the node, as long as this lasts. */
  private static final String QUICK_TO_START = "-XX:TieredStopAtLevel=1";

  private final Path folder;
  private final List<LabHost> hosts;
  private final String source;
  private final Map<String, ObedientProcess> processes = new LinkedHashMap<>();
  private int files;

  private CastTrial(Path folder, List<LabHost> hosts) {
    this.folder = folder;
    this.hosts = List.copyOf(hosts);
    this.source = hosts.getFirst().name();
  }

  /**
   * Starts a node in each of some hosts.
   *
   * @param names of hosts, the source first
   * @param folder for homes and files
   */
  static CastTrial start(Laboratory laboratory, List<String> names, Path folder)
      throws InterruptedException {
    CastTrial trial = new CastTrial(folder, names.stream().map(laboratory::host).toList());
    try {
      for (LabHost host : trial.hosts) {
        Path home = folder.resolve(host.name());
        List<String> command =
            new ArrayList<>(
                JavaCommand.of(CastHost.class, HEAP_MEGABYTES, home.toString(), host.address()));
        command.add(1, QUICK_TO_START);
        trial.processes.put(host.name(), ObedientProcess.start(host.inside(command)));
      }
      for (ObedientProcess process : trial.processes.values()) {
        process.awaitStarted(LONGEST_START_MILLIS);
      }
      return trial;
    } catch (RuntimeException | InterruptedException e) {
      trial.close();
      throw e;
    }
  }

  /** Begins to send a file to all others. */
  CastRun begin(Path file) throws InterruptedException {
    files++;
    Path outputs = folder.resolve("received-" + files);
    Map<String, Path> copies = new LinkedHashMap<>();
    for (LabHost host : hosts) {
      if (!host.name().equals(source)) {
        copies.put(host.name(), outputs.resolve(host.name()));
      }
    }
    try {
      Files.createDirectories(outputs);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + outputs, e);
    }
    String link = process(source).ask("send " + file);
    CastRun run = new CastRun(this, file, copies);
    for (Map.Entry<String, Path> copy : copies.entrySet()) {
      process(copy.getKey()).ask("receive %s %s".formatted(link, copy.getValue()));
    }
    run.begin();
    return run;
  }

  /** Ends what was begun, as nobody needs it any longer. */
  void end() throws InterruptedException {
    for (ObedientProcess process : processes.values()) {
      process.ask("end");
    }
  }

  List<LabHost> hosts() {
    return hosts;
  }

  ObedientProcess process(String name) {
    ObedientProcess process = processes.get(name);
    if (process == null) {
      throw new IllegalArgumentException("no host is called " + name);
    }
    return process;
  }

  @Override
  public void close() {
    processes.values().forEach(ObedientProcess::close);
  }
}
