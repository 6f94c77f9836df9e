package org.lagroups.multicast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.api.CastView;
import org.lagroups.multicast.runtime.end.TsPackets;
import org.lagroups.multicast.runtime.session.StandardStreams;
import org.lagroups.multicast.runtime.testing.TsBytes;

/** What receivers are told when a sender or one of them fails, and that the others go on. */
@Tag("network")
@Timeout(120)
class BadEndsTest {

  private static final boolean IS_FULL = Boolean.getBoolean("lag.full");
  private static final long LATENCY_MILLIS = 8_000;
  private static final int PIECE_BYTES = 70 * TsPackets.PACKET_BYTES;
  private static final long BYTES_PER_SECOND = 20_000_000;

  /** More than waits for an output at most. */
  private static final int MANY_PACKETS = 50_000;

  @TempDir private Path folder;

  /** At length only: it is told when nobody has brought any of it for 5 s. */
  @Test
  void whoLacksSomeOfAFileThatIsEndedIsTold() throws Exception {
    assumeThat(IS_FULL).as("waits for 5 s").isTrue();
    endsWhileTwoReceive(CastPeer::end);
  }

  /** At length only, as before. */
  @Test
  void whoLacksSomeOfAFileWhoseSendersNodeEndsIsTold() throws Exception {
    assumeThat(IS_FULL).as("waits for 5 s").isTrue();
    endsWhileTwoReceive((sender, _) -> sender.endNode());
  }

  private void endsWhileTwoReceive(BiConsumer<CastPeer, CastView> end) throws IOException {
    byte[] content = new byte[4_000_000];
    new SplittableRandom(1).nextBytes(content);
    Path file = Files.write(folder.resolve("content.bin"), content);
    try (CastPeer sender = peer("sender");
        CastPeer one = peer("one");
        CastPeer two = peer("two")) {
      sender.cap(2);
      CastView sent = sender.send(file.toString(), LATENCY_MILLIS);
      CastView first = receive(one, sent, folder.resolve("one.bin"));
      CastView second = receive(two, sent, folder.resolve("two.bin"));
      one.await(first, "has some", view -> view.doneBytes() > 0);
      two.await(second, "has some", view -> view.doneBytes() > 0);
      end.accept(sender, sent);
      assertToldOfTheEnd(one.awaitEnd(first));
      assertToldOfTheEnd(two.awaitEnd(second));
      assertThat(folder.resolve("one.bin")).doesNotExist();
    }
  }

  /** At length only: the last 16 MiB are in memory, and sent whatever becomes of the file. */
  @Test
  void aFileThatIsChangedBeforeSomebodyComesLateIsNotSentAnyMore() throws Exception {
    assumeThat(IS_FULL).as("sends 20 MB").isTrue();
    byte[] content = new byte[20_000_000];
    new SplittableRandom(1).nextBytes(content);
    Path file = Files.write(folder.resolve("content.bin"), content);
    try (CastPeer sender = peer("sender");
        CastPeer early = peer("early");
        CastPeer late = peer("late")) {
      CastView sent = sender.send(file.toString(), LATENCY_MILLIS);
      CastView first = receive(early, sent, folder.resolve("early.bin"));
      assertThat(early.awaitEnd(first).phase()).isEqualTo("done");
      early.end(first);
      content[7]++;
      Files.write(file, content);
      CastView second = receive(late, sent, folder.resolve("late.bin"));
      CastView last = sender.await(sent, "has failed", view -> view.phase().equals("failed"));
      assertThat(last.problem()).contains("content.bin was changed");
      assertToldOfTheEnd(late.awaitEnd(second));
    }
  }

  @Test
  void anInputOfWhichNothingComesIsAFailure() throws Exception {
    try (PacedInput input = new PacedInput();
        CastPeer sender = sender(input)) {
      CastView sent = sender.send("-", LATENCY_MILLIS);
      input.end();
      CastView last = sender.awaitEnd(sent);
      assertThat(last.phase()).isEqualTo("failed");
      assertThat(last.problem()).contains("ended before anything came");
    }
  }

  private static void assertToldOfTheEnd(CastView last) {
    assertThat(last.phase()).as("%s", last).isEqualTo("failed");
    assertThat(last.problem()).contains("the sender has ended the stream", "which is not all");
    assertThat(last.hint()).contains("ask for a new link");
  }

  /**
   * A pipe that nobody reads: what it does not take is lost there, and nowhere else. At length, it
   * is told, too, that it is waited for, which takes 3 s.
   */
  @Test
  void anOutputThatTakesNothingDisturbsNobodyElse() throws Exception {
    Bytes content = TsBytes.packets(0, MANY_PACKETS);
    StuckPipe stuck = new StuckPipe();
    try (PacedInput input = new PacedInput();
        CastPeer sender = sender(input);
        CastPeer slow =
            new CastPeer(
                folder.resolve("slow"), new StandardStreams(InputStream.nullInputStream(), stuck));
        CastPeer other = peer("other")) {
      CastView sent = sender.send("-", LATENCY_MILLIS);
      Path recording = folder.resolve("slow.ts");
      CastView stalled = receive(slow, sent, "-", recording);
      CastView received = receive(other, sent, folder.resolve("other.ts"));
      sender.awaitMembers(sent, 2);
      input.put(content, PIECE_BYTES, BYTES_PER_SECOND);
      input.end();
      CastView whole = other.awaitEnd(received);
      assertThat(whole.phase()).as("%s", whole).isEqualTo("done");
      assertThat(whole.counters().pktRcvDrop()).isZero();
      assertThat(folder.resolve("other.ts")).hasBinaryContent(content.toArray());
      CastView told =
          slow.await(
              stalled,
              "it says that something waits",
              view ->
                  view.phase().equals("finishing")
                      && (!IS_FULL || view.notices().stream().anyMatch(t -> t.contains("Ctrl-C"))));
      assertThat(told.notices()).anyMatch(text -> text.contains("standard output is too slow"));
      CastView last = slow.end(stalled).orElseThrow();
      assertThat(last.notices())
          .anyMatch(text -> text.contains("for which an output was too slow"));
      assertThat(recording).hasBinaryContent(content.toArray());
    } finally {
      stuck.release();
    }
  }

  private static CastView receive(CastPeer peer, CastView sent, Object... outputs) {
    return peer.receive(String.valueOf(sent.link()), LATENCY_MILLIS, outputs);
  }

  private CastPeer sender(PacedInput input) {
    return new CastPeer(
        folder.resolve("sender"),
        new StandardStreams(input.stream(), OutputStream.nullOutputStream()));
  }

  private CastPeer peer(String name) {
    return new CastPeer(folder.resolve(name));
  }

  /** Takes nothing until it is released. */
  private static final class StuckPipe extends OutputStream {

    private final CountDownLatch released = new CountDownLatch(1);

    void release() {
      released.countDown();
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[1], 0, 1);
    }

    @Override
    public void write(byte[] from, int at, int length) throws IOException {
      try {
        released.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }
}
