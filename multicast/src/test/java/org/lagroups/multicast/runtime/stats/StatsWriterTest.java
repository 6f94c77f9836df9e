package org.lagroups.multicast.runtime.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.node.control.json.Json;
import tools.jackson.databind.JsonNode;

class StatsWriterTest {

  private static final StreamId STREAM = new StreamId(Bytes.copyOf(new byte[StreamId.LENGTH]));
  private static final Counters ZERO = new Counters(0, 0);

  private final List<String> lines = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-22T09:30:00Z");
  private final InstantSource clock = () -> now;

  /** Everything derived from what was sent and received. */
  private record Counters(long pktSent, long pktRecv) implements StreamCounters {
    @Override
    public long byteSent() {
      return 1_000 * pktSent;
    }

    @Override
    public long pktRetrans() {
      return pktSent / 10;
    }

    @Override
    public long pktSndDrop() {
      return pktSent / 100;
    }

    @Override
    public long byteRecv() {
      return 1_000 * pktRecv;
    }

    @Override
    public long pktRcvLoss() {
      return pktRecv / 20;
    }

    @Override
    public long pktRcvDrop() {
      return pktRecv / 50;
    }

    @Override
    public long pktRcvBelated() {
      return pktRecv / 25;
    }

    @Override
    public long pktRcvRefused() {
      return pktRecv / 200;
    }

    @Override
    public double mbpsSendRate() {
      return pktSent / 3.0;
    }

    @Override
    public double mbpsRecvRate() {
      return pktRecv / 3.0;
    }

    @Override
    public double mbpsBandwidth() {
      return 40;
    }

    @Override
    public double msRTT() {
      return 12.3456;
    }
  }

  @Test
  void writesJsonWithTheNamesOfSrt() {
    StatsWriter writer = writer(StatsFormat.JSON, 100);
    now = now.plusMillis(1_500);
    writer.update(new Counters(100, 200));
    JsonNode line = Json.readTree(lines.getFirst().getBytes(StandardCharsets.UTF_8));
    assertThat(line.propertyNames())
        .containsExactly("sid", "timepoint", "time", "link", "send", "recv");
    assertThat(line.path("sid").asString()).isEqualTo(STREAM.toString());
    assertThat(line.path("timepoint").asString()).isEqualTo("2026-11-22T09:30:01.500000+0000");
    assertThat(line.path("time").asLong()).isEqualTo(1_500);
    assertThat(line.at("/link/rtt").asDouble()).isEqualTo(12.346);
    assertThat(line.at("/link/bandwidth").asDouble()).isEqualTo(40);
    assertThat(line.at("/send").toString())
        .isEqualTo(
            "{\"packets\":100,\"packetsDropped\":1,\"packetsRetransmitted\":10,"
                + "\"bytes\":100000,\"mbitRate\":33.333}");
    assertThat(line.at("/recv").toString())
        .isEqualTo(
            "{\"packets\":200,\"packetsLost\":10,\"packetsDropped\":4,\"packetsBelated\":8,"
                + "\"bytes\":200000,\"mbitRate\":66.667,\"packetsRefused\":1}");
  }

  @Test
  void writesCsvBelowItsTitles() {
    StatsWriter writer = writer(StatsFormat.CSV, 100);
    writer.update(new Counters(0, 100));
    now = now.plusMillis(250);
    writer.update(new Counters(0, 250));
    assertThat(lines)
        .containsExactly(
            "Timepoint,Time,SocketID,msRTT,mbpsBandwidth,pktSent,pktSndDrop,pktRetrans,byteSent,"
                + "mbpsSendRate,pktRecv,pktRcvLoss,pktRcvDrop,pktRcvBelated,byteRecv,mbpsRecvRate,"
                + "pktRcvRefused",
            "2026-11-22T09:30:00.000000+0000,0,"
                + STREAM
                + ",12.346,40.0,0,0,0,0,0.0,100,5,2,4,100000,33.333,0",
            "2026-11-22T09:30:00.250000+0000,250,"
                + STREAM
                + ",12.346,40.0,0,0,0,0,0.0,150,7,3,6,150000,83.333,1");
  }

  @Test
  void writesEverySoManyPacketsAndAtTheEnd() {
    StatsWriter writer = writer(StatsFormat.JSON, 100);
    for (int packets = 1; packets <= 350; packets++) {
      writer.update(new Counters(packets / 2, packets));
    }
    assertThat(lines).hasSize(3);
    writer.write(new Counters(175, 350));
    assertThat(lines).hasSize(4);
    assertThat(lines.getLast()).contains("\"packets\":25,").contains("\"packets\":50,");
  }

  @Test
  void wantsAtLeastOnePacketALine() {
    assertThatThrownBy(() -> writer(StatsFormat.JSON, 0)).hasMessageContaining("not 0");
  }

  private StatsWriter writer(StatsFormat format, long every) {
    return new StatsWriter(format, every, STREAM, ZERO, clock, lines::add);
  }
}
