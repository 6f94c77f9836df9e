package org.lagroups.multicast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.protocol.ReceivedListener;
import org.lagroups.multicast.protocol.ReceivedStream;
import org.lagroups.multicast.protocol.SendRequest;
import org.lagroups.multicast.protocol.SentListener;
import org.lagroups.multicast.protocol.SentStream;
import org.lagroups.multicast.protocol.entry.Audience;
import org.lagroups.multicast.protocol.entry.EntryFailure;
import org.lagroups.multicast.relay.ChunkStore;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.stream.StreamLink;
import org.lagroups.multicast.stream.StreamMode;
import org.lagroups.multicast.stream.chunk.SealedChunk;
import org.lagroups.node.embed.EmbeddedNode;
import org.lagroups.node.process.NodeOptions;
import org.lagroups.node.runtime.ModuleHost;
import org.lagroups.node.runtime.NodeModule;
import org.lagroups.node.runtime.OpenModule;
import org.lagroups.node.state.Schema;

/** Streams between real nodes on loopback: real sessions, groups, invitations on disk, tests. */
@Tag("network")
class RealNodesTest {

  private static final int CHUNK_BYTES = 32 * 1024;
  private static final int BATCH = 16;

  @TempDir private Path folder;

  @Test
  void aFileGetsToAllReceiversOverTheSourcesGroup() throws Exception {
    byte[] content = new byte[8_000_003];
    new SplittableRandom(1).nextBytes(content);
    try (Peer source = new Peer(folder.resolve("source"));
        Peer one = new Peer(folder.resolve("one"));
        Peer two = new Peer(folder.resolve("two"));
        Peer three = new Peer(folder.resolve("three"))) {
      StreamLink link = source.send(content);
      List<Receiver> receivers = new ArrayList<>();
      for (Peer peer : List.of(one, two, three)) {
        receivers.add(peer.receive(link));
      }
      for (Receiver receiver : receivers) {
        assertThat(receiver.whole().get(60, TimeUnit.SECONDS)).isEqualTo(Bytes.copyOf(content));
      }
    }
  }

  @Test
  void aNodeThatStartsAgainHasLeftTheGroupsOfItsStreams() throws Exception {
    try (Peer source = new Peer(folder.resolve("source"))) {
      source.send(new byte[10]);
      assertThat(source.groupCount()).isEqualTo(1);
    }
    try (Peer source = new Peer(folder.resolve("source"))) {
      assertThat(source.groupCount()).isZero();
    }
  }

  private static final class Peer implements AutoCloseable {

    private final EmbeddedNode node;
    private @Nullable OpenCast cast;

    Peer(Path home) {
      NodeOptions options =
          NodeOptions.standard()
              .withModules(List.of(new Module()))
              .withConfig(config -> config.withListen("127.0.0.1", 0));
      node = EmbeddedNode.start(home, options, new SimpleMeterRegistry());
    }

    StreamLink send(byte[] content) {
      return node.node()
          .loop()
          .call(() -> {
            Feeder feeder = new Feeder(content);
            SentStream stream =
                open().machine().send(request(content.length), new Chunks(), feeder);
            feeder.begin(stream);
            return new StreamLink(stream.header().id(), open().contact(), Optional.empty());
          });
    }

    Receiver receive(StreamLink link) {
      return node.node()
          .loop()
          .call(() -> {
            Receiver receiver = new Receiver();
            receiver.stream = open().machine().receive(link, 1_000, receiver);
            return receiver;
          });
    }

    int groupCount() {
      return node.ask(groups -> groups.groups().size());
    }

    @Override
    public void close() {
      node.close();
    }

    private OpenCast open() {
      return Objects.requireNonNull(cast);
    }

    private static SendRequest request(long length) {
      return new SendRequest(
          "a file",
          StreamMode.FILE,
          CHUNK_BYTES,
          OptionalLong.of(length),
          new Audience.Everybody(),
          GroupSettings.DEFAULT,
          8,
          1_000);
    }

    private final class Module implements NodeModule {

      @Override
      public String name() {
        return new MulticastModule().name();
      }

      @Override
      public Schema schema() {
        return new MulticastModule().schema();
      }

      @Override
      public OpenModule open(ModuleHost host) {
        cast = OpenCast.open(host, Optional.empty());
        return cast;
      }
    }
  }

  private static final class Feeder implements SentListener {

    private final byte[] content;
    private @Nullable SentStream stream;
    private int given;

    Feeder(byte[] content) {
      this.content = content;
    }

    void begin(SentStream of) {
      stream = of;
      hasRoom();
    }

    @Override
    public void hasRoom() {
      while (stream != null && given < content.length && stream.hasRoom()) {
        List<Bytes> batch = new ArrayList<>();
        while (batch.size() < BATCH && given < content.length) {
          int length = Math.min(CHUNK_BYTES, content.length - given);
          batch.add(Bytes.copyOf(content, given, length));
          given += length;
        }
        stream.offer(batch, given == content.length);
      }
    }
  }

  private static final class Receiver implements ReceivedListener {

    private final Chunks chunks = new Chunks();
    private final CompletableFuture<Bytes> whole = new CompletableFuture<>();
    private @Nullable ReceivedStream stream;

    CompletableFuture<Bytes> whole() {
      return whole;
    }

    @Override
    public void found(SignedHeader header) {
      Objects.requireNonNull(stream).begin(chunks, 0);
    }

    @Override
    public void taken(SealedChunk chunk) {}

    @Override
    public void advanced(long below) {}

    @Override
    public void completed() {
      whole.complete(chunks.content());
    }

    @Override
    public void failed(EntryFailure why) {
      whole.completeExceptionally(new AssertionError(why));
    }
  }

  private static final class Chunks implements ChunkStore {

    private final TreeMap<Long, SealedChunk> chunks = new TreeMap<>();

    @Override
    public void put(SealedChunk chunk) {
      chunks.put(chunk.chunk().sequence(), chunk);
    }

    @Override
    public void fetch(long sequence, Consumer<SealedChunk> then) {
      SealedChunk chunk = chunks.get(sequence);
      if (chunk != null) {
        then.accept(chunk);
      }
    }

    @Override
    public long lowest() {
      return 0;
    }

    Bytes content() {
      int length = chunks.values().stream().mapToInt(one -> one.chunk().payload().length()).sum();
      byte[] content = new byte[length];
      int at = 0;
      for (SealedChunk one : chunks.values()) {
        one.chunk().payload().copyTo(content, at);
        at += one.chunk().payload().length();
      }
      return Bytes.wrapOwned(content);
    }
  }
}
