package org.lagroups.multicast.runtime.stats;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Consumer;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.node.control.json.Json;

/** Writes a line of statistics every so many packets. */
public final class StatsWriter {

  private static final DateTimeFormatter TIMEPOINT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxx").withZone(ZoneOffset.UTC);

  private final StatsFormat format;
  private final long everyPackets;
  private final StreamId stream;
  private final InstantSource clock;
  private final Consumer<String> lines;
  private final long startMillis;
  private StreamCounters before;

  /**
   * Writes from now on.
   *
   * @param everyPackets 1 or more; whichever are more counts, packets sent or packets received
   * @param start the counters as they are now
   * @param lines takes each line, without its end
   */
  public StatsWriter(
      StatsFormat format,
      long everyPackets,
      StreamId stream,
      StreamCounters start,
      InstantSource clock,
      Consumer<String> lines) {
    if (everyPackets < 1) {
      throw new IllegalArgumentException("every 1 packet or more, not " + everyPackets);
    }
    this.format = format;
    this.everyPackets = everyPackets;
    this.stream = stream;
    this.before = start;
    this.clock = clock;
    this.lines = lines;
    this.startMillis = clock.millis();
    if (format == StatsFormat.CSV) {
      lines.accept(titles());
    }
  }

  /**
   * Writes a line if enough packets have passed since the last.
   *
   * @param now a snapshot, which does not change
   */
  public void update(StreamCounters now) {
    long sent = now.pktSent() - before.pktSent();
    long received = now.pktRecv() - before.pktRecv();
    if (Math.max(sent, received) >= everyPackets) {
      write(now);
    }
  }

  /** Writes a line, however many packets have passed: the last. */
  public void write(StreamCounters now) {
    lines.accept(
        switch (format) {
          case JSON -> object(now);
          case CSV -> row(now);
        });
    before = now;
  }

  private String object(StreamCounters now) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("sid", stream.toString());
    line.put("timepoint", TIMEPOINT.format(clock.instant()));
    line.put("time", clock.millis() - startMillis);
    Map<String, Map<String, Number>> categories = new LinkedHashMap<>();
    for (StatsColumn column : StatsColumn.ALL) {
      categories
          .computeIfAbsent(column.category(), _ -> new LinkedHashMap<>())
          .put(column.key(), column.value().of(now, before));
    }
    line.putAll(categories);
    return Json.write(line);
  }

  private static String titles() {
    StringJoiner titles = new StringJoiner(",").add("Timepoint").add("Time").add("SocketID");
    StatsColumn.ALL.forEach(column -> titles.add(column.title()));
    return titles.toString();
  }

  private String row(StreamCounters now) {
    StringJoiner row = new StringJoiner(",");
    row.add(TIMEPOINT.format(clock.instant()));
    row.add(Long.toString(clock.millis() - startMillis));
    row.add(stream.toString());
    StatsColumn.ALL.forEach(column -> row.add(column.value().of(now, before).toString()));
    return row.toString();
  }
}
