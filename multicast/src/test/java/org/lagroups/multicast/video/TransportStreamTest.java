package org.lagroups.multicast.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.multicast.api.CastView;

/** A transport stream that ffmpeg has made gets to eight receivers as it is. */
@Tag("network")
class TransportStreamTest {

  private static final int RECEIVERS = 8;

  private static final List<StreamingNode> NODES = new ArrayList<>();

  @TempDir private static @Nullable Path folder;

  @BeforeAll
  static void start() throws Exception {
    Ffmpeg.assumeInstalled();
    Ffmpeg.make(video());
    NODES.addAll(
        IntStream.rangeClosed(0, RECEIVERS)
            .parallel()
            .mapToObj(i -> StreamingNode.start(inFolder("node-" + i)))
            .toList());
  }

  @AfterAll
  static void end() {
    NODES.parallelStream().forEach(StreamingNode::close);
  }

  @Test
  void asAFile() throws Exception {
    CastView sent = source().send(video().toString());
    receive(sent, "file");
    awaitDone(sent);
    assertThatAllAre("file", Files.readAllBytes(video()));
    end(sent);
  }

  private static void receive(CastView sent, String name) {
    for (int i = 1; i <= RECEIVERS; i++) {
      NODES.get(i).receive(sent.link(), output(name, i));
    }
  }

  private static void awaitDone(CastView sent) {
    receivers().forEach(node -> node.await(sent.stream(), view -> view.phase().equals("done")));
  }

  private static void assertThatAllAre(String name, byte[] content) throws Exception {
    for (int i = 1; i <= RECEIVERS; i++) {
      byte[] copy = Files.readAllBytes(output(name, i));
      assertThat(copy.length).as("length of receiver %d", i).isEqualTo(content.length);
      assertThat(Arrays.mismatch(copy, content))
          .as("first difference of receiver %d", i)
          .isEqualTo(-1);
    }
    Ffmpeg.Content made = Ffmpeg.probe(video().toString());
    assertThat(made.tracks().getFirst().frames()).isEqualTo(Ffmpeg.pictures());
    assertThat(made.seconds()).isCloseTo(Ffmpeg.SECONDS, within(0.1));
    for (int i = 1; i <= RECEIVERS; i++) {
      Ffmpeg.Content arrived = Ffmpeg.probe(output(name, i).toString());
      assertThat(arrived.tracks()).as("of receiver %d", i).isEqualTo(made.tracks());
      assertThat(arrived.seconds()).isCloseTo(made.seconds(), within(0.1));
    }
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
