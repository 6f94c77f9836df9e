package org.lagroups.multicast.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.api.CastView;

/** A transport stream that ffmpeg has made gets to eight receivers as it is. */
@Tag("network")
class TransportStreamTest {

  private static final int RECEIVERS = 8;
  private static final int SECONDS = 6;
  private static final int TS_PACKET_BYTES = 188;

  /** So long that a busy machine loses nothing. */
  private static final long LATENCY_MILLIS = 8_000;

  private static final long USUAL_JOINING_MILLIS = 5_000;

  /** So many times as fast as a live stream would be. */
  private static final int SPEED = 4;

  private static final LateInput INPUT = new LateInput();
  private static final List<StreamingNode> NODES = new ArrayList<>();

  @TempDir private static @Nullable Path folder;

  @BeforeAll
  static void start() throws Exception {
    Ffmpeg.assumeInstalled();
    Ffmpeg.make(video(), SECONDS);
    NODES.addAll(
        IntStream.rangeClosed(0, RECEIVERS)
            .parallel()
            .mapToObj(i -> StreamingNode.start(inFolder("node-" + i), INPUT))
            .toList());
  }

  @AfterAll
  static void end() {
    NODES.parallelStream().forEach(StreamingNode::close);
  }

  @Test
  void asAFile() throws Exception {
    CastView sent = source().send(video().toString(), null);
    receive(sent, "file", null);
    awaitDone(sent);
    Ffmpeg.Content made = Ffmpeg.probe(video().toString());
    assertThat(made.tracks().getFirst().frames()).isEqualTo(Ffmpeg.pictures(SECONDS));
    assertThat(made.seconds()).isCloseTo(SECONDS, within(0.1));
    byte[] content = Files.readAllBytes(video());
    for (int i = 1; i <= RECEIVERS; i++) {
      assertThatIs(output("file", i), content, made);
    }
    end(sent);
  }

  @Test
  void liveThroughAPipe() throws Exception {
    CastView sent = source().send("-", LATENCY_MILLIS);
    receive(sent, "live", LATENCY_MILLIS);
    List<NodeId> direct = awaitMembers(sent);
    Process player = Ffmpeg.play(video(), SPEED);
    try {
      INPUT.open(player.getInputStream());
      awaitDone(sent);
    } finally {
      player.destroyForcibly();
    }
    byte[] content = INPUT.kept();
    Ffmpeg.Content made = Ffmpeg.probe(video().toString());
    for (int i = 1; i <= RECEIVERS; i++) {
      if (direct.contains(NODES.get(i).id())) {
        assertThatIs(output("live", i), content, made);
      } else {
        assertThatIsTheEndOf(content, output("live", i));
      }
    }
    end(sent);
  }

  /**
   * Waits until all are there from the beginning. On a busy machine some get a place further down,
   * of which the sender does not know when they have it.
   */
  private static List<NodeId> awaitMembers(CastView sent) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(USUAL_JOINING_MILLIS);
    return source()
        .await(
            sent.stream(),
            view ->
                view.members().size() == RECEIVERS
                    || (view.members().size() >= RECEIVERS / 2 && System.nanoTime() > deadline))
        .members();
  }

  private static void receive(CastView sent, String name, @Nullable Long latencyMillis) {
    for (int i = 1; i <= RECEIVERS; i++) {
      NODES.get(i).receive(sent.link(), output(name, i), latencyMillis);
    }
  }

  private static void awaitDone(CastView sent) {
    receivers().forEach(node -> node.await(sent.stream(), view -> view.phase().equals("done")));
  }

  private static void assertThatIs(Path copy, byte[] content, Ffmpeg.Content made)
      throws Exception {
    byte[] bytes = Files.readAllBytes(copy);
    assertThat(bytes.length).as("length of %s", copy).isEqualTo(content.length);
    assertThat(Arrays.mismatch(bytes, content)).as("first difference of %s", copy).isEqualTo(-1);
    Ffmpeg.Content arrived = Ffmpeg.probe(copy.toString());
    assertThat(arrived.tracks()).as("in %s", copy).isEqualTo(made.tracks());
    assertThat(arrived.seconds()).isCloseTo(made.seconds(), within(0.1));
  }

  /** Who has come later begins at a packet's border, and has all from there on. */
  private static void assertThatIsTheEndOf(byte[] content, Path copy) throws Exception {
    byte[] bytes = Files.readAllBytes(copy);
    assertThat(bytes.length % TS_PACKET_BYTES).isZero();
    int from = content.length - bytes.length;
    assertThat(Arrays.mismatch(bytes, Arrays.copyOfRange(content, from, content.length)))
        .as("first difference of %s from byte %d on", copy, from)
        .isEqualTo(-1);
  }

  private static void end(CastView sent) {
    NODES.forEach(node -> node.end(sent.stream()));
  }

  private static StreamingNode source() {
    return NODES.getFirst();
  }

  private static List<StreamingNode> receivers() {
    return NODES.subList(1, NODES.size());
  }

  private static Path video() {
    return inFolder("made.ts");
  }

  private static Path output(String name, int receiver) {
    return inFolder("%s-%d.ts".formatted(name, receiver));
  }

  private static Path inFolder(String name) {
    return Objects.requireNonNull(folder).resolve(name);
  }
}
