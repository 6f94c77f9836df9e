package org.lagroups.scenarios.bench.guard.traffic;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.lagroups.scenarios.bench.guard.rules.MadeRules;
import org.lagroups.scenarios.bench.guard.rules.Service;
import org.lagroups.wormguard.capture.PcapWriter;
import org.lagroups.wormguard.packet.LinkType;

/**
 * Makes a capture. One seed gives one file, byte for byte.
 *
 * <p>At any time {@value #AT_A_TIME} conversations go on, and each packet is of one of them by
 * chance. Of 100 conversations 28 are HTTP, 34 TLS, 3 SMTP, 6 SMB, 3 SSH, 15 DNS, 2 SIP, 5 QUIC, 1
 * RTP, 1 NFS and 2 pings. Packets follow each other at 1 Gbit/s on average.
 */
public final class CaptureMaker {

  /** Conversations that go on at a time. */
  static final int AT_A_TIME = 5_000;

  private static final long BEGINNING_NANOS = 1_700_000_000_000_000_000L;
  private static final int RECORD_BYTES = 16;
  private static final int BETWEEN_FRAMES_BYTES = 24;
  private static final int NANOS_PER_BYTE = 8;
  private static final int MOST_PINGS = 10;

  private final SplittableRandom random;
  private final CaptureTally tally;
  private final Planter planter;
  private final Corpus corpus;
  private long nanos = BEGINNING_NANOS;

  private CaptureMaker(long seed, MadeRules rules) {
    this.random = new SplittableRandom(seed);
    this.tally = new CaptureTally(rules.size());
    this.corpus = new Corpus(random.split());
    this.planter = new Planter(rules, random.split(), tally);
  }

  /**
   * Writes a capture.
   *
   * @param path a new file
   * @param bytes how long the file gets at least, and hardly more
   * @param rules of which some packets hold what is looked for
   * @throws IOException if it cannot be written
   */
  public static CaptureFacts make(Path path, long bytes, long seed, MadeRules rules)
      throws IOException {
    return new CaptureMaker(seed, rules).write(path, bytes);
  }

  private CaptureFacts write(Path path, long bytes) throws IOException {
    try (PcapWriter writer = PcapWriter.create(path, LinkType.ETHERNET)) {
      FrameComposer composer =
          new FrameComposer(
              (frame, length) -> {
                writer.write(MemorySegment.ofArray(frame), 0, length, length, nanos);
                int wire = length + BETWEEN_FRAMES_BYTES;
                nanos += random.nextInt(1, 2 * NANOS_PER_BYTE * wire);
              },
              tally);
      Conversation[] all = new Conversation[AT_A_TIME];
      for (int i = 0; i < all.length; i++) {
        all[i] = begin();
      }
      while (tally.bytes + tally.frames * RECORD_BYTES < bytes) {
        int next = random.nextInt(all.length);
        if (!all[next].step(composer)) {
          all[next] = begin();
        }
      }
    }
    return tally.facts();
  }

  private Conversation begin() {
    int number = tally.conversations++;
    int drawn = random.nextInt(100);
    for (Service service : Service.values()) {
      if (drawn < service.share()) {
        return about(service, Line.of(number, service.port(), random));
      }
      drawn -= service.share();
    }
    return new PingConversation(
        Line.of(number, 0, random), corpus.binary(), random.nextInt(1, MOST_PINGS));
  }

  private Conversation about(Service service, Line line) {
    Talk talk = new Talk(service, corpus, random);
    return service.isTcp()
        ? new TcpConversation(line, service, talk, planter, tally, random)
        : new DatagramConversation(line, service, talk, planter);
  }
}
