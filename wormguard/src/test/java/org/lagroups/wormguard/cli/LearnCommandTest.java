package org.lagroups.wormguard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.machine.Bytes;
import org.lagroups.node.cli.Captured;
import org.lagroups.wormguard.capture.PcapWriter;
import org.lagroups.wormguard.capture.live.LiveCapture;
import org.lagroups.wormguard.capture.live.LiveSettings;
import org.lagroups.wormguard.learn.detect.Outbreak;
import org.lagroups.wormguard.learn.evidence.DecodedEvidence;
import org.lagroups.wormguard.learn.evidence.Evidence;
import org.lagroups.wormguard.learn.evidence.EvidenceCodec;
import org.lagroups.wormguard.learn.evidence.EvidenceDigest;
import org.lagroups.wormguard.packet.LinkType;
import tools.jackson.databind.JsonNode;

final class LearnCommandTest {

  private static final int PACKETS = 60;

  @TempDir private Path folder = Path.of(".");

  private final SplittableRandom random = new SplittableRandom(1);
  private Path capture = Path.of(".");

  @BeforeEach
  void writeAnOutbreak() throws IOException {
    byte[] invariant = new byte[500];
    random.nextBytes(invariant);
    Outbreak outbreak = Outbreak.plain(invariant);
    List<byte[]> frames = new ArrayList<>();
    for (int i = 0; i < PACKETS; i++) {
      frames.addAll(outbreak.frames(i, i, random));
    }
    capture = write("outbreak.pcap", frames);
  }

  @Test
  void printsARuleThatFindsTheOutbreak() throws IOException {
    Captured run = learn("--pcap", capture.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out().strip())
        .hasLineCount(1)
        .startsWith("alert udp any any -> any 1434 (msg:\"Learned: 500 bytes");
    assertThat(run.err())
        .contains("60 frames", "500 bytes in ", "signatures learned: 1")
        .contains("of memory");
    Path rules = Files.writeString(folder.resolve("new.rules"), run.out());
    JsonNode scan =
        lag("guard", "scan", "--rules", rules.toString(), "--pcap", capture.toString(), "--json")
            .json();
    assertThat(scan.get("alerts").asInt()).isEqualTo(PACKETS);
  }

  @Test
  void writesRulesAndEvidence() throws IOException {
    Path rules = folder.resolve("new.rules");
    Path evidence = folder.resolve("evidence");
    JsonNode view =
        learn(
                "--pcap",
                capture.toString(),
                "--out",
                rules.toString(),
                "--evidence",
                evidence.toString(),
                "--json")
            .json();
    assertThat(view.get("isWhole").asBoolean()).isTrue();
    assertThat(view.get("frames").asInt()).isEqualTo(PACKETS);
    assertThat(view.get("memoryBytes").asLong()).isBetween(32L << 20, 256L << 20);
    JsonNode signature = view.at("/signatures/0");
    assertThat(signature.get("sources").asInt()).isBetween(30, 40);
    assertThat(lag("guard", "check", rules.toString()).out()).contains("1 rule loaded, 0 refused");
    assertThat(Files.readAllLines(rules))
        .contains(
            signature.get("rule").asString(), "# evidence " + signature.get("evidence").asString());
    Bytes encoded =
        Bytes.wrapOwned(
            Files.readAllBytes(evidence.resolve(signature.get("sid").asLong() + ".evidence")));
    assertThat(EvidenceDigest.of(encoded).toString())
        .isEqualTo(signature.get("evidence").asString());
    assertThat(EvidenceCodec.decode(encoded)).isInstanceOf(DecodedEvidence.Accepted.class);
    Evidence found = ((DecodedEvidence.Accepted) EvidenceCodec.decode(encoded)).evidence();
    assertThat(found.rule()).isEqualTo(signature.get("rule").asString());
  }

  @Test
  void signsNothingThatIsBenign() {
    Captured run = learn("--pcap", capture.toString(), "--benign", capture.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("times benign", "signatures learned: 0");
    assertThat(learn("--pcap", capture.toString(), "--settle", "3600").err())
        .contains("signatures learned: 0");
  }

  @Test
  void takesSettings() {
    assertThat(learn("--pcap", capture.toString(), "--sources", "1000").err())
        .contains("signatures learned: 0");
    Captured wrong = learn("--pcap", capture.toString(), "--window", "5");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("a window has 8 to 1024 bytes");
    assertThat(learn("--pcap", capture.toString(), "--samples", "33").code()).isEqualTo(2);
    assertThat(learn("--pcap", capture.toString(), "--interval", "9999999999999").code())
        .isEqualTo(2);
    assertThat(learn("--pcap", capture.toString(), "--settle", "-1").code()).isEqualTo(2);
  }

  @Test
  void tellsWhoScans() throws IOException {
    byte[] ping = {1, 2, 3, 4};
    Outbreak scan = Outbreak.plain(ping);
    List<byte[]> frames = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      frames.addAll(scan.frames(5, i, random));
    }
    Captured run = learn("--pcap", write("scan.pcap", frames).toString());
    assertThat(run.err()).contains("10.1.0.6 scans: about ", "0 answered, port 1434");
  }

  @Test
  void asksForOneThingToLearnFrom() {
    assertThat(learn().code()).isEqualTo(2);
    assertThat(learn("--pcap", capture.toString(), "--interface", "lo").code()).isEqualTo(2);
    assertThat(learn("--pcap", capture.toString(), "--for", "1").code()).isEqualTo(2);
    assertThat(learn("--pcap", capture.toString(), "--days", "3").err()).contains("take --offer");
    assertThat(learn("--pcap", capture.toString(), "--offer", "--days", "31").err())
        .contains("--days is 1 to 30");
  }

  @Test
  void tellsOfAFileThatIsDamagedOrMissing() throws IOException {
    byte[] bytes = Files.readAllBytes(capture);
    Path cut = Files.write(folder.resolve("cut.pcap"), Arrays.copyOf(bytes, bytes.length - 3));
    Captured run = learn("--pcap", cut.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("cut.pcap is damaged at byte", "signatures learned: 1");
    Captured missing = learn("--pcap", folder.resolve("none.pcap").toString());
    assertThat(missing.code()).isEqualTo(1);
    assertThat(missing.err()).contains("does not exist");
  }

  @Test
  void saysWhereItCannotWrite() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Captured run = learn("--pcap", capture.toString(), "--out", file.resolve("x").toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("cannot write");
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void learnsFromAnInterfaceForATime() {
    assertThat(learn("--interface", "none-such").err()).contains("none-such cannot be opened");
    LiveCapture.Opening opening = LiveCapture.open(LiveSettings.of("lo"));
    assumeThat(opening)
        .as("interfaces cannot be captured from here")
        .isInstanceOf(LiveCapture.Opening.Opened.class);
    ((LiveCapture.Opening.Opened) opening).capture().close();
    Captured run = learn("--interface", "lo", "--for", "1", "--json");
    assertThat(run.code()).isZero();
    assertThat(run.json().get("signatures").size()).isZero();
  }

  private Captured learn(String... options) {
    return lag(
        Stream.concat(Stream.of("guard", "learn"), Stream.of(options)).toArray(String[]::new));
  }

  private Captured lag(String... arguments) {
    return Captured.at(folder.resolve("home"), arguments);
  }

  private Path write(String name, List<byte[]> frames) throws IOException {
    Path path = folder.resolve(name);
    try (PcapWriter writer = PcapWriter.create(path, LinkType.ETHERNET)) {
      long nanos = 1_000_000_000L;
      for (byte[] frame : frames) {
        nanos += 1_000_000;
        writer.write(MemorySegment.ofArray(frame), 0, frame.length, frame.length, nanos);
      }
    }
    return path;
  }
}
