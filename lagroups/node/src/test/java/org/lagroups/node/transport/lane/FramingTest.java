package org.lagroups.node.transport.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.simnet.seed.Seeds;

/** Messages through {@link OutgoingLane} and {@link FrameReader}. */
final class FramingTest {

  private final Recorder recorder = new Recorder();
  private final FrameReader reader = new FrameReader(recorder);

  @Test
  void readsBackWhatWasQueuedHoweverTheStreamIsCut() {
    Seeds.forEach(
        50,
        2_000,
        seed -> {
          Random random = new Random(seed);
          Recorder sink = new Recorder();
          FrameReader cutReader = new FrameReader(sink);
          OutgoingLane queue = queueOf(8 << 20);
          List<Bytes> sent = new ArrayList<>();
          for (int i = 0; i < 20; i++) {
            Bytes message = randomMessage(random);
            assertThat(queue.offer(i, message)).isTrue();
            sent.add(message);
          }
          while (queue.isReady()) {
            ByteBuf chunk = queue.poll();
            while (chunk != null && chunk.isReadable()) {
              cutReader.read(chunk.readSlice(1 + random.nextInt(chunk.readableBytes())));
            }
            ReferenceCountUtil.release(chunk);
          }
          queue.clear();
          assertThat(sink.messages).isEqualTo(sent);
          assertThat(sink.protocols).hasSize(20).startsWith(0, 1, 2);
        });
  }

  @Test
  void takesTheLongestMessageAndNoLonger() {
    ByteBuf longest = header(3, Framing.MAX_MESSAGE_BYTES).writeZero(Framing.MAX_MESSAGE_BYTES);
    reader.read(longest);
    assertThat(recorder.messages).hasSize(1);
    reader.read(header(3, Framing.MAX_MESSAGE_BYTES + 1).writeBytes(new byte[10]));
    assertThat(recorder.unreadable)
        .containsExactly("a message of " + (Framing.MAX_MESSAGE_BYTES + 1) + " bytes");
  }

  @Test
  void readsNothingAfterATooLongMessage() {
    reader.read(header(3, 0xfffff));
    reader.read(header(3, 0));
    assertThat(recorder.messages).isEmpty();
    assertThat(recorder.unreadable).hasSize(1);
  }

  @Test
  void takesAllKindsAndNoOther() {
    for (FrameKind kind : FrameKind.values()) {
      reader.read(header(1, kind.code() << 20));
    }
    assertThat(recorder.kinds).containsExactly(FrameKind.values());
    reader.read(header(1, 3 << 20));
    assertThat(recorder.unreadable).containsExactly("a message of no known kind");
  }

  @Test
  void readsNothingOnceItsSinkHasHadEnough() {
    recorder.wanted = 1;
    reader.read(Unpooled.wrappedBuffer(header(1, 0), header(1, 0), header(1, 0)));
    assertThat(recorder.messages).hasSize(1);
  }

  private static OutgoingLane queueOf(int maxBytes) {
    return new OutgoingLane(Lane.BULK, UnpooledByteBufAllocator.DEFAULT, maxBytes);
  }

  private static Bytes randomMessage(Random random) {
    byte[] content = new byte[random.nextInt(random.nextBoolean() ? 10 : 65_536)];
    random.nextBytes(content);
    return Bytes.wrapOwned(content);
  }

  private static ByteBuf header(int protocol, int length) {
    return Unpooled.buffer().writeByte(protocol).writeMedium(length);
  }

  private static final class Recorder implements FrameReader.Sink {

    private final List<FrameKind> kinds = new ArrayList<>();
    private final List<Integer> protocols = new ArrayList<>();
    private final List<Bytes> messages = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private int wanted = Integer.MAX_VALUE;

    @Override
    public boolean message(FrameKind kind, int protocol, Bytes message) {
      kinds.add(kind);
      protocols.add(protocol);
      messages.add(message);
      return messages.size() < wanted;
    }

    @Override
    public void unreadable(String what) {
      unreadable.add(what);
    }
  }
}
