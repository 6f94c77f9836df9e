package org.lagroups.multicast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.api.BeginReceiving;
import org.lagroups.multicast.api.BeginSending;
import org.lagroups.multicast.api.CastPlace;
import org.lagroups.multicast.api.CastTop;
import org.lagroups.multicast.api.CastUplink;
import org.lagroups.multicast.api.CastView;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.stream.StreamLink;
import org.lagroups.node.cli.Captured;
import org.lagroups.node.control.json.Json;

/** Commands at nodes that run already: what they show, and what they refuse. */
@Tag("network")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CastCommandsTest {

  private static final int FAILED = 1;
  private static final int USAGE = 2;

  private Path folder = Path.of("");
  private @Nullable CastNodes nodes;

  @BeforeAll
  void start(@TempDir Path temporary) throws IOException {
    folder = temporary;
    nodes = new CastNodes(temporary);
    nodes().start("sender");
    nodes().start("guest");
    byte[] content = new byte[3_000_001];
    new SplittableRandom(1).nextBytes(content);
    Files.write(file(), content);
  }

  @AfterAll
  void stop() {
    nodes().close();
  }

  @Test
  void topShowsTheSendersAndAReceiversSideOfAStream() throws IOException {
    CastView sent = send(null);
    Path output = folder.resolve("guest.bin");
    Captured received =
        lag(
            "guest",
            "cast",
            "receive",
            link(sent),
            "--uplink",
            "7.5",
            "--output",
            output.toString());
    assertThat(received.code()).as(received.err()).isZero();
    assertThat(received.out()).startsWith("Received 3.0 MB: " + output);
    assertThat(Files.mismatch(output, file())).isEqualTo(-1);
    end("sender", sent);

    CastView again = send(null);
    nodes()
        .control("guest")
        .post(
            "/v1/cast/received",
            new BeginReceiving(
                link(again), List.of(folder.resolve("again.bin").toString()), null, null),
            CastView.class);
    CastNodes.await(
        "both sides know", () -> hasPlace("guest") && !place("sender").below().isEmpty());
    CastPlace below = place("guest");
    assertThat(below.level()).isEqualTo(1);
    assertThat(below.above()).containsExactly(id("sender"));
    assertThat(top("guest").uplinkMbps()).isEqualTo(7.5);
    CastPlace above = place("sender");
    assertThat(above.level()).isZero();
    assertThat(above.below()).extracting(CastPlace.Child::node).containsExactly(id("guest"));
    CastNodes.await(
        "the parent counts on the cap",
        () -> place("sender").below().getFirst().uplinkMbps() == 7.5);
    Captured text = lag("sender", "cast", "top", "--once");
    assertThat(text.out())
        .contains("content.bin", "sends a file", "of the bound", "this node")
        .contains(id("guest").abbreviated() + "  gets");
    assertThat(lag("guest", "cast", "top").out())
        .contains("receives a file", id("sender").abbreviated() + "  source", "level 1");
    end("guest", again);
    end("sender", again);
    assertThat(lag("sender", "cast", "top").out()).startsWith("No streams");
    nodes().control("guest").put("/v1/cast/uplink", CastUplink.UNLIMITED, CastUplink.class);
  }

  @Test
  void whoIsNotInvitedIsTold() throws IOException {
    CastView sent = send(List.of(id("sender")));
    Captured refused =
        lag(
            "guest",
            "cast",
            "receive",
            link(sent),
            "--output",
            folder.resolve("refused.bin").toString());
    assertThat(refused.code()).isEqualTo(FAILED);
    assertThat(refused.err()).contains("this stream is for others", "--invited", "lag id");
    assertThat(refused.out()).isEmpty();
    assertThat(folder.resolve("refused.bin")).doesNotExist();
    assertThat(lag("guest", "cast", "top").out()).startsWith("No streams");
    end("sender", sent);
  }

  @Test
  void saysWhatIsWrongWithAWish() {
    assertRefused("no file", "cast", "send", "--input", folder.resolve("none.ts").toString());
    assertRefused("standard input", "cast", "send", "--input", "-");
    assertRefused("pace", "cast", "send", "--live", "--input", file().toString());
    assertRefused("title", "cast", "send", "--input", file().toString(), "--title", "\t");
    assertRefused("link", "cast", "receive", "lag:cast:x", "--output", "x.ts");
    String link =
        new StreamLink(
                new StreamId(Bytes.fromHex("01".repeat(StreamId.LENGTH))),
                new Contact(id("guest"), List.of()),
                Optional.empty())
            .text();
    assertRefused("standard input and output", "cast", "receive", link, "--output", "-");
  }

  @Test
  void refusesWhatIsNoWish() {
    assertUsage("--input", "cast", "send");
    assertUsage("--input: ", "cast", "send", "--input", "ftp://x");
    assertUsage("--latency", "cast", "send", "--input", "x", "--latency", "5");
    assertUsage("--latency", "cast", "receive", "L", "-o", "x", "--latency", "60001");
    assertUsage("--give-up", "cast", "receive", "L", "-o", "x", "--give-up", "4");
    assertUsage("--give-up", "cast", "receive", "L", "-o", "x", "--give-up", "604801");
    assertUsage("--uplink", "cast", "send", "--input", "x", "--uplink", "-1");
    assertUsage("--uplink", "cast", "receive", "L", "-o", "x", "--uplink", "fast");
    assertUsage("--stats", "cast", "send", "--input", "x", "--stats", "0");
    assertUsage("--stats-format", "cast", "send", "--input", "x", "--stats-format", "xml");
    assertUsage("--invited", "cast", "send", "--input", "x", "--invited", "n1typo");
    assertUsage("--invited", "cast", "send", "--input", "x", "--invited", id("guest") + ",n1typo");
    assertUsage("--live", "cast", "send", "--input", "x", "--live", "--file");
    assertUsage("--output", "cast", "receive", "L");
    assertUsage("--output: ", "cast", "receive", "L", "-o", "http://example.org/");
    assertUsage("LINK", "cast", "receive", "-o", "x");
    assertUsage("--every", "cast", "top", "--every", "99");
    assertUsage("--every", "cast", "top", "--every", "500", "--once");
    assertUsage("command", "cast");
  }

  @Test
  void noNodeIsStartedForALinkThatIsNone() {
    Captured printed = lag("nobody", "cast", "receive", "lag:cast:AeMtBgE4", "--output", "x.ts");
    assertThat(printed.code()).isEqualTo(FAILED);
    assertThat(printed.err()).contains("not complete", "ask for a new one").doesNotContain("runs");
    assertThat(folder.resolve("nobody")).doesNotExist();
  }

  @Test
  void saysThatNoNodeRuns() {
    Captured printed = lag("nobody", "cast", "top");
    assertThat(printed.code()).isEqualTo(FAILED);
    assertThat(printed.err()).contains("lag run");
  }

  private void assertRefused(String said, String... args) {
    Captured printed = lag("sender", args);
    assertThat(printed.code()).as(printed.err()).isEqualTo(FAILED);
    assertThat(printed.err()).contains(said);
    assertThat(printed.err().lines().count()).as(printed.err()).isBetween(1L, 3L);
    assertThat(printed.out()).isEmpty();
  }

  private void assertUsage(String said, String... args) {
    Captured printed = lag("sender", args);
    assertThat(printed.code()).as(printed.err()).isEqualTo(USAGE);
    assertThat(printed.err()).contains(said);
    assertThat(printed.out()).isEmpty();
  }

  private CastView send(@Nullable List<NodeId> invited) {
    BeginSending wish = new BeginSending(file().toString(), null, null, null, invited);
    return nodes().control("sender").post("/v1/cast/sent", wish, CastView.class);
  }

  private void end(String name, CastView view) {
    nodes().control(name).delete("/v1/cast/streams/" + view.stream(), CastView.class);
  }

  private CastTop top(String name) {
    String json = lag(name, "--json", "cast", "top").out();
    return Json.read(json.getBytes(StandardCharsets.UTF_8), CastTop.class);
  }

  private CastPlace place(String name) {
    return top(name).places().getFirst();
  }

  private boolean hasPlace(String name) {
    return place(name).level() != null;
  }

  private NodeId id(String name) {
    return nodes().id(name);
  }

  private static String link(CastView view) {
    return String.valueOf(view.link());
  }

  private Captured lag(String name, String... args) {
    return nodes().lag(name, args);
  }

  private Path file() {
    return folder.resolve("content.bin");
  }

  private CastNodes nodes() {
    return Objects.requireNonNull(nodes);
  }
}
