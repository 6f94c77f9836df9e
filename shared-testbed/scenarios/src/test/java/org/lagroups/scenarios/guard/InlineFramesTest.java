package org.lagroups.scenarios.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lagroups.scenarios.netlab.Passage;
import org.lagroups.scenarios.process.ObedientProcess;

/** Frames other than those of TCP and UDP on a plain network. */
final class InlineFramesTest extends WithGuardedHosts {

  private static final String RULES =
      GuardedHosts.RULES
          + "drop icmp any any -> any any (msg:\"stands for a worm\"; content:\"%s\"; sid:3;)\n"
              .formatted(TransferHost.WORM);

  private static final List<List<RawFrame.Tag>> TAGS =
      List.of(
          List.of(),
          List.of(new RawFrame.Tag(0x8100, 7)),
          List.of(new RawFrame.Tag(0x88a8, 9), new RawFrame.Tag(0x8100, 7)));

  private static final long START_MILLIS = 60_000;
  private static final int LARGE_PACKET = 9_000;

  /** Nearly that, with headers and a tag. */
  private static final int LARGE = 8_900;

  private static final int LONG = 6_000_000;

  private @Nullable ObedientProcess left;
  private @Nullable ObedientProcess right;

  @BeforeEach
  void takeLargePackets() throws InterruptedException {
    hosts().passage().takePackets(LARGE_PACKET);
    left = FrameHost.start(hosts().passage()::insideLeft);
    right = FrameHost.start(hosts().passage()::insideRight);
    left.awaitStarted(START_MILLIS);
    right.awaitStarted(START_MILLIS);
  }

  @AfterEach
  void end() {
    for (ObedientProcess process : new @Nullable ObedientProcess[] {left, right}) {
      if (process != null) {
        process.close();
      }
    }
  }

  @Override
  String rules() {
    return RULES;
  }

  @Test
  void framesWithTagsArriveWithThemUnlessTheyCarryTheWorm() throws InterruptedException {
    try (GuardChild guard = hosts().guard("--fail", "closed")) {
      for (List<RawFrame.Tag> tags : TAGS) {
        for (int length : List.of(200, LARGE)) {
          byte[] sound = RawFrame.datagram(tags, payload(length, false));
          assertThat(arrived(sound)).as("%s, %d bytes", tags, length).isEqualTo(hex(sound));
          assertThat(arrived(RawFrame.datagram(tags, payload(length, true))))
              .as("%s, %d bytes with a worm", tags, length)
              .isEqualTo("nothing");
        }
      }
      assertThat(GuardedHosts.stats(guard).at("/bridge/notSent").asLong()).isZero();
    }
  }

  @Test
  void largePacketsArriveWholeUnlessTheyCarryTheWorm() throws InterruptedException {
    try (GuardChild guard = hosts().guard("--fail", "closed")) {
      for (int version : List.of(4, 6)) {
        assertThat(hosts().datagram(version, LARGE, false)).isEqualTo(hosts().whole(LARGE, false));
        assertThat(hosts().datagram(version, LARGE, true)).isEqualTo("nothing");
        assertThat(hosts().send(version, LONG, false)).isEqualTo("taken");
        assertThat(hosts().stream()).isEqualTo(hosts().whole(LONG, false));
        assertThat(hosts().send(version, LARGE, true)).isEqualTo("late");
        assertThat(hosts().stream()).endsWith("false");
      }
      assertThat(GuardedHosts.stats(guard).at("/bridge/notSent").asLong()).isZero();
    }
  }

  @Test
  void pingsOfEitherVersionPassUnlessTheyCarryTheWorm() throws InterruptedException {
    try (GuardChild guard = hosts().guard("--fail", "closed")) {
      for (int version : List.of(4, 6)) {
        assertThat(hosts().left().ask("reach " + Passage.rightAddress(version)))
            .as("IPv%d", version)
            .isEqualTo("true");
        byte[] sound = RawFrame.ping(version, payload(400, false));
        assertThat(arrived(sound)).as("IPv%d", version).isEqualTo(hex(sound));
        assertThat(arrived(RawFrame.ping(version, payload(400, true))))
            .as("IPv%d with a worm", version)
            .isEqualTo("nothing");
      }
      assertThat(GuardedHosts.stats(guard).path("badChecksums").asLong()).isZero();
    }
  }

  private String arrived(byte[] frame) throws InterruptedException {
    assertThat(Objects.requireNonNull(left).ask("send " + hex(frame))).isEqualTo("sent");
    return Objects.requireNonNull(right).ask("came");
  }

  private static byte[] payload(int length, boolean hasWorm) {
    byte[] bytes = TransferHost.bytes(length, length, hasWorm);
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1).contains(TransferHost.WORM))
        .isEqualTo(hasWorm);
    return bytes;
  }

  private static String hex(byte[] frame) {
    return HexFormat.of().formatHex(frame);
  }
}
