package org.lagroups.multicast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.api.CastView;
import org.lagroups.multicast.runtime.session.StandardStreams;
import org.lagroups.multicast.runtime.testing.TsBytes;

/** Live streams between real nodes on loopback, from a pipe to files. */
@Tag("network")
@Timeout(120)
class LiveNodesTest {

  /** So that nothing is late on a machine that has much else to do. */
  private static final long LATENCY_MILLIS = 8_000;

  private static final int PIECE_BYTES = 7 * 188;

  @TempDir private Path folder;

  @Test
  void nothingIsLostFromTheFirstByteToTheLast() throws Exception {
    Bytes content = TsBytes.packets(0, 6_000);
    try (PacedInput input = new PacedInput();
        CastPeer sender = sender(input);
        CastPeer one = peer("one");
        CastPeer two = peer("two");
        CastPeer three = peer("three")) {
      CastView sent = sender.send("-", LATENCY_MILLIS);
      List<CastPeer> peers = List.of(one, two, three);
      List<CastView> received = new ArrayList<>();
      for (int i = 0; i < peers.size(); i++) {
        received.add(peers.get(i).receive(String.valueOf(sent.link()), LATENCY_MILLIS, output(i)));
      }
      sender.awaitMembers(sent, 3);
      input.put(content, PIECE_BYTES, 600_000);
      input.end();
      for (int i = 0; i < peers.size(); i++) {
        CastView last = peers.get(i).awaitEnd(received.get(i));
        assertThat(last.phase()).as("%s", last).isEqualTo("done");
        assertThat(last.notices()).isEmpty();
        assertThat(last.counters().pktRcvDrop()).isZero();
        assertThat(Bytes.wrapOwned(Files.readAllBytes(output(i)))).isEqualTo(content);
      }
      assertThat(sender.awaitEnd(sent).phase()).isEqualTo("done");
    }
  }

  private CastPeer sender(PacedInput input) {
    return new CastPeer(
        folder.resolve("sender"),
        new StandardStreams(input.stream(), OutputStream.nullOutputStream()));
  }

  private CastPeer peer(String name) {
    return new CastPeer(folder.resolve(name));
  }

  private Path output(int number) {
    return folder.resolve("out" + number + ".ts");
  }
}
