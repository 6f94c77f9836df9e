package org.lagroups.multicast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.api.CastView;
import org.lagroups.multicast.runtime.end.TsPackets;
import org.lagroups.multicast.runtime.session.StandardStreams;
import org.lagroups.multicast.runtime.testing.TsBytes;

/** Live streams between real nodes on loopback, from end to end. */
@Tag("network")
@Timeout(120)
class LiveNodesTest {

  /** So that nothing is late on a machine that has much else to do. */
  private static final long LATENCY_MILLIS = 8_000;

  private static final int PIECE_BYTES = 7 * TsPackets.PACKET_BYTES;
  private static final long BYTES_PER_SECOND = 800_000;
  private static final int MEGA = 1_000_000;

  @TempDir private Path folder;

  @Test
  void nothingIsLostFromTheFirstByteToTheLast() throws Exception {
    Bytes content = TsBytes.packets(0, 3_000);
    try (PacedInput input = new PacedInput();
        CastPeer sender = sender(input.stream());
        CastPeer one = peer("one");
        CastPeer two = peer("two");
        CastPeer three = peer("three")) {
      CastView sent = sender.send("-", LATENCY_MILLIS);
      List<CastPeer> peers = List.of(one, two, three);
      List<CastView> received = new ArrayList<>();
      for (CastPeer peer : peers) {
        received.add(receive(peer, sent, file(received.size())));
      }
      sender.awaitMembers(sent, 3);
      input.put(content, PIECE_BYTES, BYTES_PER_SECOND);
      input.end();
      for (int i = 0; i < peers.size(); i++) {
        CastView last = peers.get(i).awaitEnd(received.get(i));
        assertThat(last.phase()).as("%s", last).isEqualTo("done");
        assertThat(last.notices()).isEmpty();
        assertThat(last.counters().pktRcvDrop()).isZero();
        assertThat(file(i)).hasBinaryContent(content.toArray());
      }
      assertThat(sender.awaitEnd(sent).phase()).isEqualTo("done");
    }
  }

  /** To a pipe, a recording and by UDP from the beginning, and to a player who comes later. */
  @Test
  void comesOutOfEveryOutputAndPlayersBeginAtAPacket() throws Exception {
    Bytes content = TsBytes.packets(0, 4_000);
    ByteArrayOutputStream pipe = new ByteArrayOutputStream();
    try (PacedInput input = new PacedInput();
        DatagramSocket udp = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        CastPeer sender = sender(input.stream());
        CastPeer receiver =
            new CastPeer(
                folder.resolve("receiver"),
                new StandardStreams(InputStream.nullInputStream(), pipe))) {
      CompletableFuture<byte[]> heard = inParallel(() -> datagrams(udp));
      CastView sent = sender.send("-", LATENCY_MILLIS);
      CastView received =
          receive(
              receiver,
              sent,
              "-",
              file(0),
              "udp://127.0.0.1:" + udp.getLocalPort(),
              "http://127.0.0.1:0/");
      sender.awaitMembers(sent, 1);
      input.put(content.slice(0, content.length() / 2), PIECE_BYTES, BYTES_PER_SECOND);
      CastView half =
          receiver.await(received, "has half", view -> view.doneBytes() > content.length() / 3);
      CompletableFuture<byte[]> player = inParallel(() -> played(half.places().getLast()));
      receiver.await(received, "has a player", view -> !view.notices().isEmpty());
      input.put(
          content.slice(content.length() / 2, content.length()), PIECE_BYTES, BYTES_PER_SECOND);
      input.end();
      assertThat(receiver.awaitEnd(received).phase()).isEqualTo("done");
      assertThat(pipe.toByteArray()).isEqualTo(content.toArray());
      assertThat(file(0)).hasBinaryContent(content.toArray());
      assertThat(heard.get(20, TimeUnit.SECONDS)).isEqualTo(content.toArray());
      byte[] seen = player.get(20, TimeUnit.SECONDS);
      assertThat(seen.length % TsPackets.PACKET_BYTES).isZero();
      assertThat(seen.length).isBetween(content.length() / 3, content.length() - 1);
      assertThat(Bytes.wrapOwned(seen))
          .isEqualTo(content.slice(content.length() - seen.length, content.length()));
    }
  }

  /** As by Ctrl-C: what has gone in comes out, and everybody knows that it was all. */
  @Test
  void aSenderOfWhatComesByUdpThatIsEndedCutsNothingOff() throws Exception {
    Bytes content = TsBytes.packets(0, 2_001);
    try (DatagramSocket udp = new DatagramSocket();
        CastPeer sender = peer("sender");
        CastPeer receiver = peer("receiver")) {
      CastView sent = sender.send("udp://127.0.0.1:0", LATENCY_MILLIS);
      CastView received = receive(receiver, sent, file(0));
      sender.awaitMembers(sent, 1);
      URI place = URI.create(sent.places().getFirst());
      for (int at = 0; at < content.length(); at += PIECE_BYTES) {
        byte[] piece = content.slice(at, Math.min(content.length(), at + PIECE_BYTES)).toArray();
        udp.send(
            new DatagramPacket(
                piece, piece.length, InetAddress.getLoopbackAddress(), place.getPort()));
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
      }
      sender.await(sent, "all is read", view -> view.doneBytes() == content.length());
      assertThat(sender.end(sent).orElseThrow().phase()).isEqualTo("done");
      assertThat(receiver.awaitEnd(received).phase()).isEqualTo("done");
      assertThat(file(0)).hasBinaryContent(content.toArray());
    }
  }

  @Test
  void aNodeThatEndsWhileItSendsEndsTheStreamFirst() throws Exception {
    Bytes content = TsBytes.packets(0, 700);
    try (PacedInput input = new PacedInput();
        CastPeer sender = sender(input.stream());
        CastPeer receiver = peer("receiver")) {
      CastView sent = sender.send("-", LATENCY_MILLIS);
      CastView received = receive(receiver, sent, file(0));
      sender.awaitMembers(sent, 1);
      input.put(content, PIECE_BYTES, BYTES_PER_SECOND);
      sender.await(sent, "all is read", view -> view.doneBytes() == content.length());
      sender.endNode();
      CastView last = receiver.awaitEnd(received);
      assertThat(last.phase()).as("%s", last).isEqualTo("done");
      assertThat(file(0)).hasBinaryContent(content.toArray());
    }
  }

  @Test
  void anInputThatFailsEndsTheStreamForReceiversAndFailsForTheSender() throws Exception {
    Bytes content = TsBytes.packets(0, 1_000);
    try (PacedInput input = new PacedInput();
        CastPeer sender = sender(new BreakingInput(input.stream(), content.length()));
        CastPeer receiver = peer("receiver")) {
      CastView sent = sender.send("-", LATENCY_MILLIS);
      CastView received = receive(receiver, sent, file(0));
      sender.awaitMembers(sent, 1);
      input.put(content, PIECE_BYTES, BYTES_PER_SECOND);
      CastView last = sender.awaitEnd(sent);
      assertThat(last.phase()).isEqualTo("failed");
      assertThat(last.problem()).contains("cannot read").contains("it broke");
      assertThat(receiver.awaitEnd(received).phase()).isEqualTo("done");
      assertThat(file(0)).hasBinaryContent(content.toArray());
    }
  }

  @Test
  void anInputThatStallsIsSeenBySenderAndReceiversAndGoesOn() throws Exception {
    Bytes content = TsBytes.packets(0, 1_000);
    int half = content.length() / 2;
    try (PacedInput input = new PacedInput();
        CastPeer sender = sender(input.stream());
        CastPeer receiver = peer("receiver")) {
      CastView sent = sender.send("-", LATENCY_MILLIS);
      CastView received = receive(receiver, sent, file(0));
      sender.awaitMembers(sent, 1);
      input.put(content.slice(0, half), PIECE_BYTES, BYTES_PER_SECOND);
      sender.await(sent, "is silent", view -> view.silentMillis() > 1_000);
      assertThat(receiver.await(received, "is silent", view -> view.silentMillis() > 1_000).phase())
          .isEqualTo("running");
      input.put(content.slice(half, content.length()), PIECE_BYTES, BYTES_PER_SECOND);
      input.end();
      assertThat(receiver.awaitEnd(received).phase()).isEqualTo("done");
      assertThat(file(0)).hasBinaryContent(content.toArray());
    }
  }

  @Test
  void aFullDiskFailsOneReceiverAndNoOther() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeThat(run("mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", disk.toString()))
        .as("a small file system can be mounted: only root may, where the system lets it")
        .isTrue();
    Bytes content = TsBytes.packets(0, 3_000);
    try (PacedInput input = new PacedInput();
        CastPeer sender = sender(input.stream());
        CastPeer full = peer("full");
        CastPeer other = peer("other")) {
      CastView sent = sender.send("-", LATENCY_MILLIS);
      CastView failing = receive(full, sent, disk.resolve("live.ts"));
      CastView received = receive(other, sent, file(0));
      sender.awaitMembers(sent, 2);
      input.put(content, PIECE_BYTES, BYTES_PER_SECOND);
      CastView last = full.awaitEnd(failing);
      assertThat(last.phase()).isEqualTo("failed");
      assertThat(last.problem()).contains("the disk of " + disk + " is full");
      full.end(failing);
      input.end();
      CastView whole = other.awaitEnd(received);
      assertThat(whole.phase()).as("%s", whole).isEqualTo("done");
      assertThat(file(0)).hasBinaryContent(content.toArray());
      assertThat(Files.size(disk.resolve("live.ts"))).isPositive();
    } finally {
      run("umount", "--lazy", disk.toString());
    }
  }

  @Test
  void aStreamThatIsSentNoLongerAndALinkThatIsNoneAreTold() throws Exception {
    try (PacedInput input = new PacedInput();
        CastPeer sender = sender(input.stream());
        CastPeer receiver = peer("receiver")) {
      CastView sent = sender.send("-", LATENCY_MILLIS);
      sender.end(sent);
      CastView last = receiver.awaitEnd(receive(receiver, sent, file(0)));
      assertThat(last.phase()).isEqualTo("failed");
      assertThat(last.problem()).contains("does not send this stream, or no longer");
      assertThat(last.hint()).contains("ask for a new link");
      assertThat(file(0)).doesNotExist();
      CastView own = sender.send("udp://127.0.0.1:0", LATENCY_MILLIS);
      assertThat(sender.refused(String.valueOf(own.link()), file(0)).message())
          .contains("this node sends the stream itself");
    }
  }

  private static CastView receive(CastPeer peer, CastView sent, Object... outputs) {
    return peer.receive(String.valueOf(sent.link()), LATENCY_MILLIS, outputs);
  }

  private CastPeer sender(InputStream input) {
    return new CastPeer(
        folder.resolve("sender"), new StandardStreams(input, OutputStream.nullOutputStream()));
  }

  private CastPeer peer(String name) {
    return new CastPeer(folder.resolve(name));
  }

  private Path file(int number) {
    return folder.resolve("out" + number + ".ts");
  }

  private static <T> CompletableFuture<T> inParallel(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
  }

  /** What comes by UDP until nothing does for a while. */
  private static byte[] datagrams(DatagramSocket socket) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    DatagramPacket packet = new DatagramPacket(new byte[2_048], 2_048);
    try {
      socket.setReceiveBufferSize(2 * MEGA);
      while (true) {
        socket.receive(packet);
        all.write(packet.getData(), 0, packet.getLength());
        socket.setSoTimeout(3_000);
      }
    } catch (SocketTimeoutException e) {
      return all.toByteArray();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] played(String address) {
    try (InputStream in = URI.create(address).toURL().openStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false; // there is no such program
    }
  }

  /** An input that fails when so much has been read. */
  private static final class BreakingInput extends InputStream {

    private final InputStream in;
    private int left;

    BreakingInput(InputStream in, int bytes) {
      this.in = in;
      this.left = bytes;
    }

    @Override
    public int read() throws IOException {
      throw new IOException("not used");
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (left == 0) {
        throw new IOException("it broke");
      }
      int read = in.read(into, from, Math.min(left, length));
      left -= Math.max(0, read);
      return read;
    }
  }
}
