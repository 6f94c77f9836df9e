package org.lagroups.wormguard.learn.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.machine.Bytes;
import org.lagroups.simnet.seed.Seeds;
import org.lagroups.wormguard.learn.detect.DetectorSettings;
import org.lagroups.wormguard.learn.detect.Outbreak;
import org.lagroups.wormguard.learn.detect.SiftSettings;
import org.lagroups.wormguard.learn.detect.Watching;
import org.lagroups.wormguard.learn.signature.Signature;

/**
 * Traffic of real clients and servers on the loopback interface, captured from there, which takes
 * the right to do so; skipped without.
 */
@Tag("network")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class BenignTrafficTest {

  private static final int CLIENTS = 40;
  private static final int SERVERS = 3;
  private static final int ENOUGH = 60;

  private static final long SECOND = 1_000_000_000L;

  private static final DetectorSettings DENSE =
      DetectorSettings.DEFAULT.withSifting(
          new SiftSettings(40, 8, 3, 30, 30, true, 60 * SECOND, 3_600 * SECOND));

  @TempDir private Path folder = Path.of(".");

  private final SplittableRandom random = new SplittableRandom(Seeds.one());

  /** Many clients of few servers; and outbreaks of all kinds among them. */
  @Test
  void findsOutbreaksAmongItAndNothingElse() throws Exception {
    List<LoopbackCapture.Frame> benign = traffic();
    assertThat(benign).hasSizeGreaterThan(2_000);
    Watching alone = new Watching(DENSE, random.nextLong());
    benign.forEach(frame -> frame.giveTo(alone.detector()::take));
    assertThat(alone.signatures()).isEmpty();
    assertThat(alone.counts().prevalent()).isPositive();

    List<Outbreak> outbreaks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      outbreaks.add(Outbreak.random(random, 400 + 100 * i, i));
    }
    Watching watching = new Watching(DENSE, random.nextLong());
    int each = benign.size() / ENOUGH;
    for (int i = 0; i < ENOUGH; i++) {
      benign
          .subList(i * each, (i + 1) * each)
          .forEach(frame -> frame.giveTo(watching.detector()::take));
      for (Outbreak outbreak : outbreaks) {
        long nanos = benign.get((i + 1) * each - 1).nanos();
        for (byte[] frame : outbreak.frames(i, i, random)) {
          new LoopbackCapture.Frame(Bytes.copyOf(frame), nanos).giveTo(watching.detector()::take);
        }
      }
    }
    assertThat(watching.signatures().stream().map(Signature::content))
        .containsExactlyInAnyOrderElementsOf(outbreaks.stream().map(Outbreak::invariant).toList());
  }

  /** Everybody is a client of everybody: only a look at benign traffic tells that from a worm. */
  @Test
  void findsNothingThatEverybodySendsOnceItIsKnown() throws Exception {
    List<LoopbackCapture.Frame> before = pages(45, 45);
    List<LoopbackCapture.Frame> after = pages(45, 45);
    Watching unknowing = new Watching(DENSE, random.nextLong());
    after.forEach(frame -> frame.giveTo(unknowing.detector()::take));
    assertThat(unknowing.signatures()).isNotEmpty();

    Watching knowing = new Watching(DENSE, random.nextLong());
    before.forEach(frame -> frame.giveTo(knowing.detector()::takeBenign));
    after.forEach(frame -> frame.giveTo(knowing.detector()::take));
    assertThat(knowing.signatures()).isEmpty();
    assertThat(knowing.counts().benign()).isPositive();
  }

  private List<LoopbackCapture.Frame> traffic() throws Exception {
    try (LoopbackCapture capture = new LoopbackCapture();
        Services services = new Services(1, Certificates.context(folder))) {
      int pages = services.servePages(SERVERS);
      int names = services.serveNames(SERVERS);
      int files = services.serveFiles(SERVERS, false);
      int secret = services.serveFiles(SERVERS, true);
      for (int client = 0; client < CLIENTS; client++) {
        int server = client % SERVERS;
        services.fetchPage(client, server, pages);
        services.fetchFile(client, server, files, false);
        services.fetchFile(client, server, secret, true);
        for (int i = 0; i < SERVERS; i++) {
          services.askName(client, i, names, "a-name-of-some-length.example.org");
        }
      }
      return capture.end();
    }
  }

  private List<LoopbackCapture.Frame> pages(int clients, int servers) throws Exception {
    try (LoopbackCapture capture = new LoopbackCapture();
        Services services = new Services(2, Certificates.context(folder))) {
      int port = services.servePages(servers);
      for (int client = 0; client < clients; client++) {
        services.fetchPage(client, client % servers, port);
      }
      return capture.end();
    }
  }
}
