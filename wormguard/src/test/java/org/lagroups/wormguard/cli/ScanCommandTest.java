package org.lagroups.wormguard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.wormguard.flow.Conversation.ACK;
import static org.lagroups.wormguard.flow.Conversation.SYN;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.node.cli.Captured;
import org.lagroups.wormguard.capture.PcapWriter;
import org.lagroups.wormguard.flow.Conversation;
import org.lagroups.wormguard.packet.LinkType;
import org.lagroups.wormguard.packet.Packet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ScanCommandTest {

  private static final String EVIL =
      "alert tcp any any -> any any (msg:\"evil\"; content:\"EVIL\"; classtype:trojan-activity;"
          + " sid:7; rev:2;)\n";

  private final JsonMapper json = JsonMapper.builder().build();

  @TempDir private Path folder = Path.of(".");

  @Test
  void tellsWhatItFound() throws IOException {
    Captured run = scan(rules(EVIL), capture("a.pcap", 1));
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("5 frames, 210 B in ", "with 1 rules", "frames: 5 ok", "flows: 1")
        .contains("segments: 2 in order", "alerts: 1")
        .contains("1  1:7:2 evil");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void tellsItAsJson() throws IOException {
    Captured run = scan(rules(EVIL + "nothing\n"), capture("a.pcap", 1), "--json");
    JsonNode view = run.json();
    assertThat(view.get("rules").asInt()).isEqualTo(1);
    assertThat(view.get("refused").asInt()).isEqualTo(1);
    assertThat(view.get("frames").asInt()).isEqualTo(5);
    assertThat(view.get("bytes").asInt()).isEqualTo(210);
    assertThat(view.get("framesPerSecond").asDouble()).isPositive();
    assertThat(view.get("alerts").asInt()).isEqualTo(1);
    assertThat(view.get("isWhole").asBoolean()).isTrue();
    assertThat(view.at("/decoded/ok").asInt()).isEqualTo(5);
    assertThat(view.at("/signatures/0/sid").asInt()).isEqualTo(7);
  }

  @Test
  void writesEvents() throws IOException {
    Path eve = folder.resolve("eve.json");
    Captured run = scan(rules(EVIL), capture("a.pcap", 1), "--eve", eve.toString());
    assertThat(run.code()).isZero();
    JsonNode event = json.readTree(Files.readString(eve));
    assertThat(event.get("timestamp").asString()).isEqualTo("1970-01-01T00:00:01.000005+0000");
    assertThat(event.get("pcap_cnt").asInt()).isEqualTo(5);
    assertThat(event.get("src_ip").asString()).isEqualTo("192.0.2.1");
    assertThat(event.get("src_port").asInt()).isEqualTo(1);
    assertThat(event.get("dest_port").asInt()).isEqualTo(80);
    assertThat(event.at("/alert/signature").asString()).isEqualTo("evil");
    assertThat(event.at("/alert/severity").asInt()).isEqualTo(1);
    assertThat(event.at("/flow/pkts_toserver").asInt()).isEqualTo(4);
  }

  @Test
  void writesEventsToStandardOutput() throws IOException {
    Captured run = scan(rules(EVIL), capture("a.pcap", 1), "--eve", "-");
    assertThat(run.code()).isZero();
    assertThat(json.readTree(run.out()).get("event_type").asString()).isEqualTo("alert");
    assertThat(run.err()).contains("alerts: 1");
    assertThat(scan(rules(EVIL), capture("a.pcap", 1), "--eve", "-", "--json").code()).isEqualTo(2);
  }

  @Test
  void takesSeveralFilesOfBothKinds() throws IOException {
    Path one = rules(EVIL);
    Path two = folder.resolve("two.rules");
    Files.writeString(two, EVIL.replace("rev:2", "rev:3") + EVIL.replace("sid:7", "sid:8"));
    Captured run =
        scan(
            one,
            capture("a.pcap", 1),
            "--rules",
            two.toString(),
            "--pcap",
            capture("b.pcap", 2).toString());
    assertThat(run.out())
        .contains("with 2 rules", "alerts: 4", "2  1:7:3 evil", "2  1:8:2 evil", "flows: 2");
  }

  @Test
  void leavesChecksumsAloneIfTold() throws IOException {
    Path capture = capture("a.pcap", 1);
    try (FileChannel file = FileChannel.open(capture, StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.wrap(new byte[] {'!'}), file.size() - 1);
    }
    Path rules = rules(EVIL.replace("EVIL", "EVI!"));
    assertThat(scan(rules, capture).out()).contains("wrong checksums: 1", "alerts: 0");
    assertThat(scan(rules, capture, "-k", "none").out())
        .doesNotContain("wrong checksums")
        .contains("alerts: 1");
    assertThat(scan(rules, capture, "-k", "some").code()).isEqualTo(2);
  }

  @Test
  void readsATruncatedCaptureAsFarAsItGoes() throws IOException {
    Path capture = capture("cut.pcap", 1);
    byte[] bytes = Files.readAllBytes(capture);
    Path eve = folder.resolve("eve.json");
    Files.write(capture, Arrays.copyOf(bytes, bytes.length + 10));
    Captured longer = scan(rules(EVIL), capture, "--eve", eve.toString());
    assertThat(longer.code()).isEqualTo(1);
    assertThat(Files.readAllLines(eve)).hasSize(1);
    assertThat(longer.out())
        .contains("cut.pcap is damaged at byte %,d, after ".formatted(bytes.length));

    Files.write(capture, Arrays.copyOf(bytes, bytes.length - 1));
    Captured cut = scan(rules(EVIL), capture, "--json");
    assertThat(cut.code()).isEqualTo(1);
    assertThat(cut.json().get("frames").asInt()).isEqualTo(4);
    assertThat(cut.json().at("/damage/0/frames").asInt()).isEqualTo(4);
    assertThat(cut.json().at("/damage/0/what").asString()).isNotEmpty();
  }

  @Test
  void goesOnWithTheNextCaptureBehindADamagedOne() throws IOException {
    Path cut = capture("cut.pcap", 1);
    byte[] bytes = Files.readAllBytes(cut);
    bytes[24 + 8] = 0x7f;
    Files.write(cut, bytes);
    Captured run = scan(rules(EVIL), cut, "--pcap", capture("b.pcap", 2).toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("cut.pcap is damaged at byte 24, after 0 frames", "alerts: 1");
  }

  @Test
  void refusesWhatIsNoCapture() throws IOException {
    Path text = Files.writeString(folder.resolve("text.pcap"), "hello, this is no capture");
    Captured run = scan(rules(EVIL), text);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("neither a pcap nor a pcapng file");
    assertThat(scan(rules(EVIL), folder.resolve("none.pcap")).err()).contains("does not exist");
  }

  @Test
  void refusesToLookForNothing() throws IOException {
    Captured run = scan(rules("nothing\n"), capture("a.pcap", 1));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("0 loaded, 1 refused", "lag guard check");
    assertThat(Captured.at(folder, "guard", "scan", "--rules", "x").code()).isEqualTo(2);
  }

  @Test
  void saysThatEventsCannotBeWritten() throws IOException {
    Captured run =
        scan(rules(EVIL), capture("a.pcap", 1), "--eve", folder.resolve("no/eve.json").toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("cannot write events to", "folder that is there");
  }

  @Test
  void takesTheRulesThatAreWithinTheFirst100MillionBytes() throws IOException {
    Path rules = folder.resolve("large.rules");
    byte[] comment = ("# " + "x".repeat(50_000) + "\n").getBytes(StandardCharsets.US_ASCII);
    try (OutputStream out = Files.newOutputStream(rules)) {
      out.write(EVIL.getBytes(StandardCharsets.US_ASCII));
      for (long written = 0; written < 101L << 20; written += comment.length) {
        out.write(comment);
      }
      out.write(EVIL.replace("sid:7", "sid:8").getBytes(StandardCharsets.US_ASCII));
    }
    JsonNode view = scan(rules, capture("a.pcap", 1), "--json").json();
    assertThat(view.get("rules").asInt()).isEqualTo(1);
    assertThat(view.get("refused").asInt()).isEqualTo(1);
    assertThat(view.get("alerts").asInt()).isEqualTo(1);
  }

  @Test
  void endsWithPatternsThatOthersNeverEndWith() throws IOException {
    Conversation hosts = Conversation.fromPort(9);
    List<byte[]> frames = new ArrayList<>();
    open(frames, hosts);
    frames.add(bytes(hosts.client(ACK, 1_001, 501, "a".repeat(1_400) + "!")));
    Path capture = write("bad.pcap", frames);
    JsonNode view =
        scan(
                rules(
                    """
                    alert tcp any any -> any any (pcre:"/^(a+)+$/"; sid:1;)
                    alert tcp any any -> any any (pcre:"/(a*)*\\1*\\1*\\1*b/"; sid:2;)
                    alert tcp any any -> any any (content:"a"; content:"a"; distance:0; content:"a"; distance:0; content:"b"; distance:0; sid:3;)
                    alert tcp any any -> any any (content:"a!"; sid:4;)
                    """),
                capture,
                "--json")
            .json();
    assertThat(view.get("alerts").asInt()).isEqualTo(1);
    assertThat(view.at("/signatures/0/sid").asInt()).isEqualTo(4);
    assertThat(view.get("gaveUp").asInt()).isBetween(1, 3);
  }

  private Captured scan(Path rules, Path capture, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("guard", "scan", "--rules", rules.toString(), "--pcap", capture.toString()));
    arguments.addAll(List.of(more));
    return Captured.at(folder.resolve("home"), arguments.toArray(String[]::new));
  }

  private Path rules(String text) throws IOException {
    return Files.writeString(folder.resolve("test.rules"), text);
  }

  /** A connection from a port, with content that is cut in two. */
  private Path capture(String name, int port) throws IOException {
    Conversation hosts = Conversation.fromPort(port);
    List<byte[]> frames = new ArrayList<>();
    open(frames, hosts);
    frames.add(bytes(hosts.client(ACK, 1_001, 501, "hello EV")));
    frames.add(bytes(hosts.client(ACK, 1_009, 501, "IL")));
    return write(name, frames);
  }

  private static void open(List<byte[]> frames, Conversation hosts) {
    frames.add(bytes(hosts.client(SYN, 1_000, 0, "")));
    frames.add(bytes(hosts.server(SYN | ACK, 500, 1_001, "")));
    frames.add(bytes(hosts.client(ACK, 1_001, 501, "")));
  }

  private Path write(String name, List<byte[]> frames) throws IOException {
    Path path = folder.resolve(name);
    try (PcapWriter writer = PcapWriter.create(path, LinkType.RAW)) {
      long nanos = 1_000_000_000L;
      for (byte[] frame : frames) {
        nanos += 1_000;
        writer.write(MemorySegment.ofArray(frame), 0, frame.length, frame.length, nanos);
      }
    }
    return path;
  }

  private static byte[] bytes(Packet packet) {
    return packet.frame().toArray(ValueLayout.JAVA_BYTE);
  }
}
