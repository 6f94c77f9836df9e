package org.lagroups.wormguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.node.cli.Captured;
import org.lagroups.wormguard.capture.Frames;
import org.lagroups.wormguard.capture.PcapFile;
import org.lagroups.wormguard.capture.PcapWriter;
import org.lagroups.wormguard.packet.LinkType;
import org.lagroups.wormguard.testing.PacketBytes;

class RunCommandTest {

  private static final long NANOS = 1_700_000_000_123_456_789L;

  @TempDir private Path folder = Path.of("");
  private Path rules = Path.of("");
  private Path capture = Path.of("");
  private Path filtered = Path.of("");

  @BeforeEach
  void write() throws IOException {
    rules =
        Files.writeString(
            folder.resolve("own.rules"),
            "drop udp any any -> any any (msg:\"one\"; content:\"worm\"; sid:1;)\n");
    capture = folder.resolve("all.pcap");
    filtered = folder.resolve("filtered.pcap");
    try (PcapWriter writer = PcapWriter.create(capture, LinkType.ETHERNET)) {
      for (String payload : List.of("a bird", "a worm", "another bird")) {
        byte[] frame = udp(payload);
        writer.write(MemorySegment.ofArray(frame), 0, frame.length, frame.length, NANOS);
      }
    }
  }

  @Test
  void writesACaptureWithoutWhatIsDropped() {
    Captured run = pcap();
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("3 frames, 2 written");
    assertThat(frames(filtered)).containsExactly(udp("a bird"), udp("another bird"));
  }

  @Test
  void writesAllInADryRunAndForAddressesThatAreNeverBlocked() {
    for (List<String> options :
        List.of(
            List.of("--dry-run"),
            List.of("--dry-run-rule", "1"),
            List.of("--never-block", PacketBytes.B4))) {
      assertThat(pcap(options.toArray(String[]::new)).code()).as("%s", options).isZero();
      assertThat(frames(filtered)).as("%s", options).hasSize(3);
    }
  }

  @Test
  void doesNotWriteOverWhatItReads() {
    Captured run =
        Captured.run(
            "guard",
            "run",
            "--mode",
            "pcap",
            "--rules",
            rules.toString(),
            "--pcap",
            capture.toString(),
            "--out",
            capture.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("name another");
    assertThat(frames(capture)).hasSize(3);
  }

  @Test
  void testsRulesAndSettingsWithoutDoingAnything() {
    assertThat(pcap("-T").out()).contains("1 rules, 0 refused: they will do.");
    assertThat(filtered).doesNotExist();
  }

  @Test
  void saysWhatIsMissingOrWrong() {
    Captured half = Captured.run("guard", "run", "--mode", "inline", "--rules", rules.toString());
    assertThat(half.code()).isEqualTo(2);
    assertThat(half.err()).contains("mode inline takes --in");
    Captured noRules =
        Captured.run(
            "guard",
            "run",
            "--mode",
            "pcap",
            "--rules",
            folder.resolve("none").toString(),
            "--pcap",
            capture.toString(),
            "--out",
            filtered.toString());
    assertThat(noRules.code()).isEqualTo(1);
    assertThat(noRules.err()).contains("there is no file");
    assertThat(pcap("--most-share", "0").err()).contains("percentage");
    assertThat(pcap("--never-block", "here").code()).isEqualTo(1);
    Captured noInterface =
        Captured.run(
            "guard",
            "run",
            "--mode",
            "inline",
            "--rules",
            rules.toString(),
            "--in",
            "none0",
            "--out",
            "none1");
    assertThat(noInterface.code()).isEqualTo(1);
    assertThat(noInterface.err()).contains("none0");
    Captured nobody =
        Captured.run(
            "guard",
            "run",
            "--mode",
            "inline",
            "--rules",
            rules.toString(),
            "--in",
            "none0",
            "--out",
            "none1",
            "--user",
            "root");
    assertThat(nobody.err()).contains("it is root");
  }

  private Captured pcap(String... options) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "guard",
                "run",
                "--mode",
                "pcap",
                "--rules",
                rules.toString(),
                "--pcap",
                capture.toString(),
                "--out",
                filtered.toString()));
    all.addAll(List.of(options));
    return Captured.run(all.toArray(String[]::new));
  }

  private static List<byte[]> frames(Path path) {
    PcapFile.Opening opening = PcapFile.open(path);
    assertThat(opening).isInstanceOf(PcapFile.Opening.Opened.class);
    List<byte[]> all = new ArrayList<>();
    try (PcapFile file = ((PcapFile.Opening.Opened) opening).file()) {
      Frames frames = file.frames();
      while (frames.next()) {
        all.add(
            frames
                .memory()
                .asSlice(frames.offset(), frames.capturedLength())
                .toArray(ValueLayout.JAVA_BYTE));
      }
    }
    return all;
  }

  private static byte[] udp(String payload) {
    return PacketBytes.ethernet(
        PacketBytes.TYPE_IPV4,
        PacketBytes.ipv4(
            PacketBytes.A4,
            PacketBytes.B4,
            PacketBytes.UDP,
            PacketBytes.udp(1, 2, PacketBytes.text(payload))));
  }
}
