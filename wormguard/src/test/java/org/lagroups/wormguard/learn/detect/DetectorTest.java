package org.lagroups.wormguard.learn.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.wormguard.testing.PacketBytes.TCP;
import static org.lagroups.wormguard.testing.PacketBytes.TYPE_IPV4;
import static org.lagroups.wormguard.testing.PacketBytes.UDP;
import static org.lagroups.wormguard.testing.PacketBytes.ethernet;
import static org.lagroups.wormguard.testing.PacketBytes.ipv4;
import static org.lagroups.wormguard.testing.PacketBytes.join;
import static org.lagroups.wormguard.testing.PacketBytes.tcp;
import static org.lagroups.wormguard.testing.PacketBytes.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.simnet.seed.Seeds;
import org.lagroups.wormguard.learn.check.CheckedEvidence;
import org.lagroups.wormguard.learn.check.EvidenceCheck;
import org.lagroups.wormguard.learn.evidence.EvidenceDigest;
import org.lagroups.wormguard.learn.signature.Signature;
import org.lagroups.wormguard.match.automaton.AutomatonMatcher;
import org.lagroups.wormguard.packet.TcpHeader;
import org.lagroups.wormguard.rule.address.Variables;

final class DetectorTest {

  /** The issue's: so many infected packets have to be enough. */
  private static final int ENOUGH = 60;

  private static final long SECOND = 1_000_000_000L;

  /** Denser than EarlyBird's, so that content of 300 bytes is as good as never overlooked. */
  private static final DetectorSettings DENSE =
      DetectorSettings.DEFAULT.withSifting(
          new SiftSettings(40, 8, 3, 30, 30, true, 60 * SECOND, 3_600 * SECOND));

  private final SplittableRandom random = new SplittableRandom(Seeds.one());

  @Test
  void findsAnOutbreakWithin60PacketsAmongOthers() {
    Seeds.forEach(
        40,
        4_000,
        seed -> {
          SplittableRandom ofSeed = new SplittableRandom(seed);
          Watching watching = new Watching(DENSE, seed);
          Outbreak outbreak = Outbreak.random(ofSeed, ofSeed.nextInt(300, 1_000), 7);
          for (int i = 0; i < ENOUGH; i++) {
            watching.take(outbreak.frames(i, i, ofSeed));
            watching.take(chatter(i, ofSeed));
          }
          assertThat(watching.signatures()).as("%s", outbreak).hasSize(1);
          requireSound(watching.signatures().getFirst(), outbreak);
        });
  }

  @Test
  void findsOneWithTheSettingsOfEarlyBird() {
    SplittableRandom fixed = new SplittableRandom(1);
    Watching watching = new Watching(DetectorSettings.DEFAULT, 1);
    Outbreak outbreak = Outbreak.plain(bytes(400, fixed));
    for (int i = 0; i < ENOUGH; i++) {
      watching.take(outbreak.frames(i, i, fixed));
    }
    assertThat(watching.signatures()).hasSize(1);
    Signature found = watching.signatures().getFirst();
    requireSound(found, outbreak);
    assertThat(found.evidence().rule())
        .startsWith(
            "alert udp any any -> any 1434 (msg:\"Learned: 400 bytes that spread over udp"
                + " to port 1434\"; flow:to_server; content:\"");
    assertThat(found.evidence().samples()).hasSize(12);
    assertThat(found.evidence().counts().packets()).isBetween(20L, 58L);
    assertThat(found.evidence().counts().sources()).isBetween(30, 40);
    assertThat(found.evidence().counts().destinations()).isBetween(30, 40);
  }

  @Test
  void findsSeveralAtOnce() {
    Watching watching = new Watching(DENSE, random.nextLong());
    List<Outbreak> outbreaks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      outbreaks.add(Outbreak.random(random, 400, i));
    }
    for (int i = 0; i < ENOUGH; i++) {
      for (Outbreak outbreak : outbreaks) {
        watching.take(outbreak.frames(i, i, random));
      }
    }
    assertThat(contents(watching))
        .containsExactlyInAnyOrderElementsOf(outbreaks.stream().map(Outbreak::invariant).toList());
  }

  @Test
  void signsTheLongerOfTwoInvariantParts() {
    Watching watching = new Watching(DENSE, random.nextLong());
    byte[] shorter = bytes(200, random);
    byte[] longer = bytes(400, random);
    Outbreak outbreak = Outbreak.plain(longer);
    for (int i = 0; i < 4 * ENOUGH; i++) {
      byte[] payload =
          join(shorter, bytes(random.nextInt(1, 200), random), longer, bytes(50, random));
      watching.take(outbreak.frames(i, i, payload, random));
    }
    assertThat(contents(watching)).containsExactly(Bytes.copyOf(longer));
    assertThat(watching.counts().suspects()).isEqualTo(1);
  }

  @Test
  void findsNothingThatComesFromFewOrGoesToFew() {
    for (int few : new int[] {1, 15}) {
      Watching fromFew = new Watching(DENSE, random.nextLong());
      Watching toFew = new Watching(DENSE, random.nextLong());
      Outbreak outbreak = Outbreak.plain(bytes(500, random));
      for (int i = 0; i < 300; i++) {
        fromFew.take(outbreak.frames(i % few, i, random));
        toFew.take(outbreak.frames(i, i % few, random));
      }
      assertThat(fromFew.signatures()).isEmpty();
      assertThat(toFew.signatures()).isEmpty();
      assertThat(fromFew.counts().prevalent()).isPositive();
    }
  }

  @Test
  void findsNothingThatIsBenign() {
    Watching watching = new Watching(DENSE, random.nextLong());
    byte[] benign = bytes(500, random);
    Outbreak outbreak = Outbreak.plain(benign);
    watching.takeBenign(outbreak.frames(0, 0, join(bytes(9, random), benign), random));
    for (int i = 0; i < ENOUGH; i++) {
      watching.take(outbreak.frames(i, i, random));
    }
    assertThat(watching.signatures()).isEmpty();
    assertThat(watching.counts().benign()).isPositive();
  }

  @Test
  void signsOnlyWhatHasSomethingThatIsNotBenign() {
    byte[] benign = bytes(300, random);
    for (int unknown : new int[] {10, 60}) {
      Watching watching = new Watching(DENSE, random.nextLong());
      byte[] invariant = join(benign, bytes(unknown, random), benign);
      Outbreak outbreak = Outbreak.plain(invariant);
      watching.takeBenign(outbreak.frames(0, 0, benign, random));
      for (int i = 0; i < 3 * ENOUGH; i++) {
        watching.take(outbreak.frames(i, i, random));
      }
      assertThat(contents(watching))
          .isEqualTo(unknown == 10 ? List.of() : List.of(Bytes.copyOf(invariant)));
      assertThat(watching.counts().nothingNew()).matches(count -> unknown == 60 || count > 0);
    }
  }

  @Test
  void takesAllForBenignWhileItSettles() {
    byte[] invariant = bytes(500, random);
    Outbreak outbreak = Outbreak.plain(invariant);
    // A packet each 10 ms.
    Watching early = new Watching(DENSE.withSettleNanos(SECOND / 2), random.nextLong());
    Watching late = new Watching(DENSE.withSettleNanos(SECOND / 2), random.nextLong());
    for (int i = 0; i < 2 * ENOUGH; i++) {
      early.take(outbreak.frames(i, i, random));
      late.take(i < 50 ? chatter(i, random) : outbreak.frames(i, i, random));
    }
    assertThat(early.signatures()).isEmpty();
    assertThat(contents(late)).containsExactly(Bytes.copyOf(invariant));
  }

  @Test
  void findsWhatGoesToAnyPortIfAskedTo() {
    byte[] invariant = bytes(500, random);
    Outbreak outbreak = new Outbreak(true, UDP, 0, false, Bytes.copyOf(invariant), 100, 1);
    SiftSettings any = new SiftSettings(40, 8, 3, 30, 30, false, 60 * SECOND, 3_600 * SECOND);
    Watching byPort = new Watching(DENSE, random.nextLong());
    Watching byAny = new Watching(DENSE.withSifting(any), random.nextLong());
    for (int i = 0; i < ENOUGH; i++) {
      byPort.take(outbreak.frames(i, i, random));
      byAny.take(outbreak.frames(i, i, random));
    }
    assertThat(byPort.signatures()).isEmpty();
    assertThat(contents(byAny)).containsExactly(Bytes.copyOf(invariant));
    assertThat(byAny.signatures().getFirst().evidence().rule())
        .startsWith("alert udp any 4000 -> any any (");
  }

  @Test
  void overlooksWhatSpreadsSlowly() {
    Outbreak outbreak = Outbreak.plain(bytes(500, random));
    Watching slow = new Watching(DENSE, random.nextLong(), 40 * SECOND);
    for (int i = 0; i < 200; i++) {
      slow.take(outbreak.frames(i, i, random));
    }
    assertThat(slow.signatures()).isEmpty();
    assertThat(slow.counts().prevalent()).isZero();
  }

  @Test
  void oneSourceThatSendsDecoysSpoilsNothing() {
    byte[] invariant = bytes(500, random);
    Outbreak outbreak = Outbreak.plain(invariant);
    Watching watching = new Watching(DENSE, random.nextLong());
    byte[] part = Arrays.copyOf(invariant, 60);
    for (int i = 0; i < ENOUGH; i++) {
      watching.take(outbreak.frames(i, i, random));
      for (int decoy = 0; decoy < 5; decoy++) {
        byte[] payload = join(bytes(300, random), part, bytes(300, random));
        watching.take(outbreak.frames(200, random.nextInt(1_000), payload, random));
      }
    }
    assertThat(contents(watching)).contains(Bytes.copyOf(invariant));
  }

  @Test
  void signsNoRunOfOneByteNorWhatIsShorterThanAWindow() {
    byte[] run = new byte[500];
    Arrays.fill(run, (byte) 'A');
    // All windows, as one in 8 may leave out the only one that there is.
    SiftSettings every = new SiftSettings(40, 1, 3, 30, 30, true, 60 * SECOND, 3_600 * SECOND);
    for (byte[] invariant : List.of(run, bytes(38, random))) {
      Watching watching = new Watching(DENSE.withSifting(every), random.nextLong());
      Outbreak outbreak = Outbreak.plain(invariant);
      for (int i = 0; i < 2 * ENOUGH; i++) {
        watching.take(outbreak.frames(i, i, random));
      }
      assertThat(watching.signatures()).isEmpty();
    }
  }

  @Test
  void staysWithinItsMemoryAndStillFindsWhatComesThen() {
    DetectorSettings small =
        new DetectorSettings(DENSE.sifting(), DENSE.scans(), 1 << 16, 64, 2, 12, 32, 0);
    Watching watching = new Watching(small, random.nextLong());
    long memory = watching.detector().memoryBytes();
    for (int content = 0; content < 200; content++) {
      Outbreak decoy = Outbreak.plain(bytes(500, random));
      for (int i = 0; i < 20; i++) {
        watching.take(decoy.frames(i, i, random));
      }
    }
    assertThat(watching.counts().evicted()).isPositive();
    assertThat(watching.counts().suspects()).isGreaterThan(2);
    assertThat(watching.detector().memoryBytes()).isEqualTo(memory);
    assertThat(watching.signatures()).isEmpty();
    byte[] invariant = bytes(500, random);
    for (int i = 0; i < ENOUGH; i++) {
      watching.take(Outbreak.plain(invariant).frames(i, i, random));
    }
    assertThat(contents(watching)).containsExactly(Bytes.copyOf(invariant));
  }

  @Test
  void signsNoMoreThanIsFoundInStreamsHoweverTheyAreCut() {
    byte[] invariant = bytes(1_900, random);
    Watching watching = new Watching(DENSE, random.nextLong());
    Outbreak outbreak = new Outbreak(true, UDP, 53, false, Bytes.copyOf(invariant), 20, 1);
    for (int i = 0; i < ENOUGH; i++) {
      watching.take(outbreak.frames(i, i, random));
    }
    assertThat(contents(watching)).containsExactly(Bytes.copyOf(invariant, 0, 1_024));
  }

  @Test
  void saysWhichWayOfAnEstablishedFlowItWent() {
    byte[] invariant = bytes(500, random);
    Watching watching = new Watching(DENSE, random.nextLong());
    for (int i = 1; i <= ENOUGH; i++) {
      String client = "10.0.0." + i;
      String server = "192.0.2." + i;
      int back = TcpHeader.SYN | TcpHeader.ACK;
      watching.take(List.of(segment(client, server, 2_000, 445, 1, 0, TcpHeader.SYN)));
      watching.take(List.of(segment(server, client, 445, 2_000, 9, 2, back)));
      watching.take(List.of(segment(client, server, 2_000, 445, 2, 10, TcpHeader.ACK)));
      watching.take(List.of(segment(client, server, 2_000, 445, 2, 10, TcpHeader.ACK, invariant)));
    }
    assertThat(contents(watching)).containsExactly(Bytes.copyOf(invariant));
    assertThat(watching.signatures().getFirst().evidence().rule())
        .startsWith("alert tcp any any -> any 445 (")
        .contains("; flow:established,to_server; content:");
    assertThat(watching.scanners()).isEmpty();
  }

  @Test
  void letsThroughLittleHoweverMuchThereIs() {
    DetectorSettings small =
        new DetectorSettings(DENSE.sifting(), DENSE.scans(), 1 << 13, 1 << 10, 8, 12, 32, 0);
    Watching watching = new Watching(small, random.nextLong(), 1_000_000);
    byte[] invariant = bytes(500, random);
    for (int i = 0; i < ENOUGH; i++) {
      watching.take(Outbreak.plain(invariant).frames(i, i, random));
      for (int other = 0; other < 4; other++) {
        watching.take(Outbreak.plain(bytes(1_000, random)).frames(other, other, random));
      }
    }
    // Several times what there is room for, and but for a few each is seen once.
    assertThat(watching.counts().windows()).isGreaterThan(4L << 13);
    assertThat(watching.counts().prevalent()).isLessThan(watching.counts().windows() / 50);
    assertThat(contents(watching)).containsExactly(Bytes.copyOf(invariant));
  }

  @Test
  void triesOnlySoManySignaturesInAnInterval() {
    Watching watching = new Watching(DENSE, random.nextLong(), 1_000_000);
    List<Outbreak> outbreaks = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      outbreaks.add(Outbreak.plain(bytes(300, random)));
    }
    for (int i = 0; i < 2 * ENOUGH; i++) {
      for (Outbreak outbreak : outbreaks) {
        watching.take(outbreak.frames(i, i, random));
      }
    }
    DetectorCounts counts = watching.counts();
    assertThat(counts.learned() + counts.nothingNew() + counts.known() + counts.notMatched())
        .as("tries, not all of which need give a signature")
        .isEqualTo(64);
    assertThat(watching.signatures()).hasSizeBetween(60, 64);
  }

  @Test
  void isTheSameForTheSameSeed() {
    List<List<EvidenceDigest>> runs = new ArrayList<>();
    long seed = random.nextLong();
    for (int run = 0; run < 2; run++) {
      Random ofRun = new Random(seed);
      Watching watching = new Watching(DENSE, seed);
      List<Outbreak> outbreaks =
          List.of(Outbreak.random(ofRun, 400, 1), Outbreak.random(ofRun, 600, 2));
      for (int i = 0; i < ENOUGH; i++) {
        for (Outbreak outbreak : outbreaks) {
          watching.take(outbreak.frames(i, i, ofRun));
        }
      }
      runs.add(watching.signatures().stream().map(Signature::digest).toList());
    }
    assertThat(runs.getFirst()).hasSize(2).isEqualTo(runs.getLast());
  }

  private static byte[] segment(
      String from, String to, int source, int port, int seq, int ack, int flags, byte... data) {
    return ethernet(TYPE_IPV4, ipv4(from, to, TCP, tcp(source, port, seq, ack, flags, data)));
  }

  private static void requireSound(Signature found, Outbreak outbreak) {
    assertThat(found.content()).isEqualTo(outbreak.invariant());
    assertThat(found.digest()).isEqualTo(EvidenceDigest.of(found.evidence()));
    assertThat(found.sid()).isBetween(Signature.FIRST_SID, Signature.LAST_SID);
    assertThat(EvidenceCheck.check(found.evidence(), Variables.DEFAULTS, AutomatonMatcher::compile))
        .isInstanceOfSatisfying(
            CheckedEvidence.Judged.class,
            judged -> {
              assertThat(judged.matched()).isEqualTo(judged.samples());
              assertThat(judged.rule().id().signature()).isEqualTo(found.sid());
            });
  }

  /** A few clients that ask a server the same over and over. */
  private static List<byte[]> chatter(int i, SplittableRandom random) {
    byte[] payload = text("GET /index.html HTTP/1.1\r\nHost: www.example.org\r\n".repeat(3));
    return new Outbreak(true, UDP, 80, false, Bytes.copyOf(payload), 0, 9)
        .frames(i % 9, i % 3, random);
  }

  private static List<Bytes> contents(Watching watching) {
    return watching.signatures().stream().map(Signature::content).toList();
  }

  private static byte[] bytes(int length, SplittableRandom random) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
