package org.lagroups.multicast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.multicast.runtime.testing.TsBytes;
import tools.jackson.databind.JsonNode;

/** What receivers say whose sender is ended, killed or not there. At length only. */
@Tag("network")
@EnabledIfSystemProperty(named = "lag.full", matches = "true")
class LostSenderTest {

  private static final int FAILED = 1;
  private static final int FILE_BYTES = 8_000_007;
  private static final int PACKETS = 7;

  @AutoClose private final CastProcesses processes;

  LostSenderTest(@TempDir Path folder) {
    processes = new CastProcesses(folder);
  }

  @Test
  void aLiveStreamWhoseSenderIsKilledHasFailedAndItsLinkIsDead() throws Exception {
    CastProcess sender = processes.start("sender", "send", "--input", "udp://127.0.0.1:0");
    JsonNode begun = sender.line();
    String link = begun.path("link").asString();
    CastProcess one = processes.receive("one", link);
    CastProcess two = processes.receive("two", link);
    try (Player _ = new Player(URI.create(begun.path("input").asString()).getPort())) {
      processes.awaitReceived("one", 1);
      processes.awaitReceived("two", 1);
    }
    sender.kill();
    for (CastProcess receiver : new CastProcess[] {one, two}) {
      assertThat(receiver.code()).as(receiver.said()).isEqualTo(FAILED);
      assertThat(receiver.said())
          .contains("Nothing has come for 3 s")
          .contains("no sign of the sender came for 30 s")
          .contains("what came before is kept");
    }
    CastProcess late = processes.receive("late", link);
    assertThat(late.code()).as(late.said()).isEqualTo(FAILED);
    assertThat(late.said())
        .contains("The sender has not answered yet. It is asked for 15 s")
        .contains("the sender was not reached at 127.0.0.1:")
        .contains("is it still sending");
  }

  @Test
  void aFileWhoseSenderIsKilledIsWaitedFor() throws Exception {
    CastProcess sender = sendFileSlowly();
    String link = link(sender);
    CastProcess receiver = processes.receive("receiver", link);
    CastProcess hasty = processes.receive("hasty", link, "--give-up", "5");
    processes.awaitReceived("receiver", 1);
    processes.awaitReceived("hasty", 1);
    sender.kill();
    assertThat(hasty.code()).as(hasty.said()).isEqualTo(FAILED);
    assertThat(hasty.said())
        .contains("no sign of the sender came for 5 s, nor any of the file: ")
        .contains("once the sender is reached again, the same command goes on with them")
        .doesNotContain("No sign");
    receiver.awaitSaid("No sign of the sender came for 10 s. What is there is kept; this waits");
    assertThat(receiver.isAlive()).isTrue();
    assertThat(receiver.interrupt()).isEqualTo(CastProcesses.SIGTERM_CODE);
    assertThat(receiver.said()).contains("Stopped at ", "are kept").doesNotContain("lag: ");
    for (String name : new String[] {"receiver", "hasty"}) {
      assertThat(processes.output(name)).doesNotExist();
      assertThat(processes.home(name)).isDirectoryContaining("glob:**.lagpart");
    }
  }

  @Test
  void aFileWhoseSenderIsEndedHasFailed() throws Exception {
    CastProcess sender = sendFileSlowly();
    String link = link(sender);
    CastProcess one = processes.receive("one", link);
    CastProcess two = processes.receive("two", link);
    processes.awaitReceived("one", 1);
    processes.awaitReceived("two", 1);
    assertThat(sender.interrupt()).isEqualTo(CastProcesses.SIGTERM_CODE);
    assertToldOfTheEnd(one, two);
  }

  @Test
  void aFileWhoseSendersNodeIsEndedBySigtermHasFailed() throws Exception {
    CastProcess node = processes.startNode("sender");
    node.line();
    CastProcess sender = sendFileSlowly();
    String link = link(sender);
    CastProcess one = processes.receive("one", link);
    CastProcess two = processes.receive("two", link);
    processes.awaitReceived("one", 1);
    processes.awaitReceived("two", 1);
    assertThat(node.interrupt()).isEqualTo(CastProcesses.SIGTERM_CODE);
    assertToldOfTheEnd(one, two);
    assertThat(sender.code()).isEqualTo(FAILED);
    assertThat(sender.said()).contains("the node has ended, and the stream with it");
  }

  private static void assertToldOfTheEnd(CastProcess... receivers) throws Exception {
    for (CastProcess receiver : receivers) {
      assertThat(receiver.code()).as(receiver.said()).isEqualTo(FAILED);
      assertThat(receiver.said())
          .contains("the sender has ended the stream", "ask for a new link")
          .doesNotContain("No sign");
    }
  }

  private CastProcess sendFileSlowly() throws IOException {
    return processes.start(
        "sender", "send", "--input", processes.file(FILE_BYTES).toString(), "--uplink", "2");
  }

  private static String link(CastProcess sender) throws IOException {
    return sender.line().path("link").asString();
  }

  /** Sends packets by UDP until it is closed. */
  private static final class Player implements AutoCloseable {

    private static final long EVERY_MILLIS = 10;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final DatagramSocket socket = new DatagramSocket();

    Player(int port) throws IOException {
      byte[] packets = TsBytes.packets(0, PACKETS).toArray();
      DatagramPacket datagram =
          new DatagramPacket(packets, packets.length, InetAddress.getLoopbackAddress(), port);
      var _ =
          thread.scheduleAtFixedRate(() -> send(datagram), 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void send(DatagramPacket datagram) {
      try {
        socket.send(datagram);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      thread.close();
      socket.close();
    }
  }
}
