package org.lagroups.scenarios.bench.cast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.lagroups.scenarios.bench.cast.content.SharedFile;
import org.lagroups.scenarios.bench.cast.host.PeerHost;
import org.lagroups.scenarios.netlab.LabHost;
import org.lagroups.scenarios.netlab.Laboratory;
import org.lagroups.scenarios.process.JavaCommand;
import org.lagroups.scenarios.process.ObedientProcess;

/** Distributes a file among hosts of a laboratory, with a process in each. */
public final class PeerTrial implements AutoCloseable {

  private static final long LONGEST_START_MILLIS = 60_000;
  private static final double BITS_PER_MBIT = 1e6;

  /**
   * What a socket keeps of what has not been sent yet, so that requests do not wait for seconds
   * behind chunks where an uplink is slow.
   */
  private static final String UNSENT = "ipv4/tcp_notsent_lowat";

  private static final String UNSENT_BYTES = "32768";

  /** Of objects besides the file. */
  private static final long HEAP_MEGABYTES = 64;

  private final SharedFile file;
  private final String source;
  private final Map<String, ObedientProcess> processes = new LinkedHashMap<>();

  private PeerTrial(SharedFile file, String source) {
    this.file = file;
    this.source = source;
  }

  /**
   * Starts a process in each of some hosts, and joins them; nothing is sent yet.
   *
   * @param names of hosts, the source first
   */
  public static PeerTrial start(
      Laboratory laboratory, List<String> names, Links links, SharedFile file)
      throws InterruptedException {
    PeerTrial trial = new PeerTrial(file, names.getFirst());
    try {
      for (String name : names) {
        LabHost host = laboratory.host(name);
        host.set(UNSENT, UNSENT_BYTES);
        trial.processes.put(name, trial.process(host, links));
      }
      trial.join(laboratory, links);
      trial.process(trial.source).ask("fill", LONGEST_START_MILLIS);
      return trial;
    } catch (RuntimeException | InterruptedException e) {
      trial.close();
      throw e;
    }
  }

  /**
   * Sends the file; the goodput of the receiver that has all of it last, in Mbit/s.
   *
   * @param longestMillis what it may take
   * @throws IllegalStateException if it takes longer
   */
  public double goodputMbit(long longestMillis) throws InterruptedException {
    long started = System.nanoTime();
    process(source).ask("begin");
    for (Map.Entry<String, ObedientProcess> each : processes.entrySet()) {
      if (!each.getKey().equals(source) && !each.getValue().await("whole", longestMillis)) {
        throw new IllegalStateException(
            "%s does not have the file after %d ms".formatted(each.getKey(), longestMillis));
      }
    }
    double seconds = (double) (System.nanoTime() - started) / TimeUnit.SECONDS.toNanos(1);
    return file.bytes() * Byte.SIZE / BITS_PER_MBIT / seconds;
  }

  @Override
  public void close() {
    processes.values().forEach(ObedientProcess::close);
  }

  private ObedientProcess process(LabHost host, Links links) {
    long megabytes = HEAP_MEGABYTES + 2 * (file.bytes() >> 20);
    List<String> command =
        JavaCommand.of(
            PeerHost.class,
            (int) megabytes,
            links.kind().name(),
            String.valueOf(file.seed()),
            String.valueOf(file.chunks()),
            String.valueOf(file.chunkBytes()));
    return ObedientProcess.start(host.inside(command));
  }

  private void join(Laboratory laboratory, Links links) throws InterruptedException {
    Map<String, String> places = new LinkedHashMap<>();
    for (Map.Entry<String, ObedientProcess> each : processes.entrySet()) {
      each.getValue().awaitStarted(LONGEST_START_MILLIS);
      String address = laboratory.host(each.getKey()).address();
      places.put(each.getKey(), address + ":" + each.getValue().number("port"));
    }
    for (Map.Entry<String, List<String>> each : links.joins().entrySet()) {
      List<String> order = new ArrayList<>(List.of("join"));
      each.getValue().forEach(other -> order.add(places.getOrDefault(other, "")));
      if (order.size() > 1) {
        process(each.getKey()).ask(String.join(" ", order));
      }
    }
  }

  private ObedientProcess process(String name) {
    ObedientProcess process = processes.get(name);
    if (process == null) {
      throw new IllegalArgumentException("no host is called " + name);
    }
    return process;
  }
}
