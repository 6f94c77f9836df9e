package org.lagroups.multicast.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.relay.RelayVerdict.Reason;
import org.lagroups.multicast.stream.StreamMode;
import org.lagroups.multicast.stream.chunk.Chunk;
import org.lagroups.multicast.stream.chunk.SealedChunk;
import org.lagroups.multicast.wire.CastCodec;
import org.lagroups.multicast.wire.CastMessage;
import org.lagroups.multicast.wire.Decoded;
import org.lagroups.multicast.wire.StreamMessage.ChunkMessage;
import org.lagroups.simnet.net.Adversaries;
import org.lagroups.simnet.net.Interceptor;
import org.lagroups.simnet.seed.Seeds;

/** Relays that fail while a file is sent: nothing is missing, and soon all goes as before. */
class RelayFaultsTest {

  private static final int PAYLOAD = 16 * 1024;
  private static final RelaySettings FILE = RelaySettings.usual(StreamMode.FILE, PAYLOAD + 300);
  private static final long CHUNKS = 1_500;
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Duration BEFORE = Duration.ofSeconds(6);

  @Test
  void goesOnWithoutARelayThatDies() {
    Seeds.forEach(
        1,
        20,
        seed -> {
          RelayLab lab = lab(seed);
          lab.sim().after(BEFORE, lab.node(3)::kill);
          lab.sendFile(CHUNKS, LIMIT);
          assertComplete(lab, 3);
          assertThat(recovery(lab, 3)).isLessThan(Duration.ofSeconds(2));
          assertThat(reasons(lab, lab.node(3).id())).containsExactly(Reason.SILENT);
        });
  }

  @Test
  void goesOnAtOnceWhenTheLinkToARelayEnds() {
    Seeds.forEach(
        1,
        20,
        seed -> {
          RelayLab lab = lab(seed);
          lab.sim().after(BEFORE, lab.node(3)::stop);
          lab.sendFile(CHUNKS, LIMIT);
          assertComplete(lab, 3);
          assertThat(recovery(lab, 3)).isLessThan(Duration.ofMillis(1_500));
        });
  }

  @Test
  void findsARelayThatKeepsWhatItGets() {
    Seeds.forEach(
        1,
        20,
        seed -> {
          RelayLab lab = lab(seed);
          lab.sim().after(BEFORE, () -> lab.receiver(3).keepAll());
          lab.sendFile(CHUNKS, LIMIT);
          assertComplete(lab, -1);
          assertThat(reasons(lab, lab.node(3).id())).containsExactly(Reason.DROPS);
          assertThat(lab.source().verdicts()).allMatch(v -> v.relay().equals(lab.node(3).id()));
          assertThat(recovery(lab, -1)).isLessThan(Duration.ofSeconds(3));
        });
  }

  @Test
  void refusesWhatARelayAlters() {
    Seeds.forEach(
        1,
        20,
        seed -> {
          RelayLab lab = lab(seed);
          lab.sim()
              .after(
                  BEFORE,
                  () ->
                      lab.sim()
                          .network()
                          .intercept(lab.node(3), Adversaries.only(RelayLab.PROTOCOL, altering())));
          lab.sendFile(CHUNKS, LIMIT);
          assertComplete(lab, -1);
          assertThat(reasons(lab, lab.node(3).id())).contains(Reason.CORRUPTS);
          assertThat(lab.source().verdicts()).allMatch(v -> v.relay().equals(lab.node(3).id()));
          assertThat(lab.receiver(0).verdicts())
              .isNotEmpty()
              .allMatch(v -> v.relay().equals(lab.node(3).id()) && v.reason() == Reason.CORRUPTS);
        });
  }

  @Test
  void whoAltersRelaysNothingWhenItComesAgain() {
    Seeds.forEach(
        1,
        20,
        seed -> {
          RelayLab lab = lab(seed);
          NodeId relay = lab.node(3).id();
          List<RelayVerdict> verdicts = lab.receiver(0).verdicts();
          lab.sim()
              .network()
              .intercept(lab.node(3), Adversaries.only(RelayLab.PROTOCOL, altering()));
          lab.source().send(CHUNKS);
          lab.sim().runFor(BEFORE);
          assertThat(reasons(lab, relay)).containsExactly(Reason.CORRUPTS);
          lab.source().distributor().remove(relay);
          lab.sim().runFor(Duration.ofSeconds(1));
          int before = verdicts.size();
          assertThat(before).isPositive();
          lab.come(relay);
          lab.sendFile(CHUNKS, LIMIT);
          assertComplete(lab, -1);
          assertThat(verdicts).as("what it was given to pass on").hasSize(before);
        });
  }

  @Test
  void sendsOtherWaysWhenAnUplinkFallsToATenth() {
    Seeds.forEach(
        1,
        20,
        seed -> {
          RelayLab lab = lab(seed);
          lab.sim().after(BEFORE, () -> lab.uplink(lab.node(3), 1));
          Duration took = lab.sendFile(CHUNKS, LIMIT);
          assertComplete(lab, -1);
          // Seven uplinks of 10 and one of 1 still have 9.9 to give.
          assertThat(lab.goodput(CHUNKS, took)).isGreaterThan(0.85 * lab.bound());
        });
  }

  @Test
  void aSlowReceiverDoesNotSlowTheOthers() {
    Seeds.forEach(
        1,
        20,
        seed -> {
          RelayLab lab = lab(seed);
          lab.sim().after(BEFORE, () -> lab.receiver(3).downlink(125_000));
          lab.source().send(CHUNKS);
          Duration took =
              lab.sim()
                  .runUntil(
                      "all others have the file",
                      LIMIT,
                      () ->
                          lab.receivers().stream()
                              .filter(node -> node != lab.node(3))
                              .allMatch(node -> node.app().member().isComplete()));
          assertThat(lab.goodput(CHUNKS, took)).isGreaterThan(0.8 * lab.bound());
          assertThat(reasons(lab, lab.node(3).id())).contains(Reason.SLOW);
          lab.receiver(3).downlink(1_250_000);
          lab.sim()
              .runUntil("the slow one too", LIMIT, () -> lab.receiver(3).member().isComplete());
        });
  }

  private static RelayLab lab(long seed) {
    return new RelayLab(seed, FILE, PAYLOAD, RelayLab.equal(8, 10));
  }

  private static void assertComplete(RelayLab lab, int except) {
    for (int i = 0; i < lab.receivers().size(); i++) {
      if (i != except) {
        assertThat(lab.receiver(i).store().size()).isEqualTo((int) CHUNKS);
      }
    }
  }

  /**
   * The longest time that any receiver had to wait for the chunk that it lacked, while others had
   * it: from when most had it until it had it.
   */
  private static Duration recovery(RelayLab lab, int except) {
    long worst = 0;
    for (long chunk = 0; chunk < CHUNKS; chunk++) {
      long sequence = chunk;
      long[] took =
          LongStream.range(0, lab.receivers().size())
              .filter(i -> i != except)
              .map(i -> lab.receiver((int) i).tookAt(sequence))
              .sorted()
              .toArray();
      worst = Math.max(worst, took[took.length - 1] - took[0]);
    }
    return Duration.ofNanos(worst);
  }

  private static java.util.List<Reason> reasons(RelayLab lab, NodeId relay) {
    return lab.source().verdicts().stream()
        .filter(verdict -> verdict.relay().equals(relay))
        .map(RelayVerdict::reason)
        .distinct()
        .toList();
  }

  /** Changes one byte of each chunk that the node sends. */
  private static Interceptor altering() {
    return (envelope, wire) -> {
      if (CastCodec.decode(envelope.message()) instanceof Decoded.Accepted(CastMessage message)
          && message instanceof ChunkMessage chunk) {
        Chunk sound = chunk.sealed().chunk();
        byte[] payload = sound.payload().toArray();
        payload[0] ^= 1;
        SealedChunk altered =
            new SealedChunk(
                new Chunk(sound.sequence(), Bytes.wrapOwned(payload)), chunk.sealed().proof());
        wire.send(
            envelope.withMessage(
                CastCodec.encode(new ChunkMessage(chunk.stream(), chunk.route(), altered))));
      } else {
        wire.send(envelope);
      }
    };
  }
}
