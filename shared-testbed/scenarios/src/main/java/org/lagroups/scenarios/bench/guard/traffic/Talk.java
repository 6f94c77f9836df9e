package org.lagroups.scenarios.bench.guard.traffic;

import java.util.SplittableRandom;
import org.lagroups.scenarios.bench.guard.rules.Service;

/** What is said in one conversation of a service, and how long. */
final class Talk {

  private static final byte[] NOTHING = new byte[0];

  /** How heavy the tail of the lengths of answers is. */
  private static final double TAIL = 1.1;

  /** Streams stay shorter than what a guard looks at, which by default is 1 MiB. */
  private static final int LONGEST_ANSWER = 200_000;

  private static final int MOST_TURNS = 4;

  private final Service service;
  private final Corpus corpus;
  private final SplittableRandom random;

  Talk(Service service, Corpus corpus, SplittableRandom random) {
    this.service = service;
    this.corpus = corpus;
    this.random = random;
  }

  /** Questions that are answered. */
  int turns() {
    return switch (service) {
      case HTTP, TLS -> random.nextInt(1, MOST_TURNS + 1);
      case SMTP -> random.nextInt(3, 8);
      case SMB -> random.nextInt(2, 10);
      case SSH -> random.nextInt(5, 60);
      case DNS -> 1;
      case SIP -> random.nextInt(1, 5);
      case QUIC -> random.nextInt(5, 80);
      case RTP -> random.nextInt(50, 200);
      case NFS -> random.nextInt(1, 4);
    };
  }

  /** What the client says next. */
  Message question() {
    return switch (service) {
      case HTTP -> opened(corpus.request(random.nextInt(Integer.MAX_VALUE)), corpus.text(), 0);
      case TLS -> part(corpus.noise(), 200, 700);
      case SMTP -> part(corpus.text(), 20, 3_000);
      case SMB -> part(corpus.binary(), 100, 4_000);
      case SSH -> part(corpus.noise(), 36, 120);
      case DNS -> part(corpus.binary(), 28, 60);
      case SIP -> part(corpus.text(), 400, 700);
      case QUIC -> part(corpus.noise(), 30, 90);
      case RTP -> part(corpus.noise(), 172, 173);
      case NFS -> part(corpus.binary(), 100, 200);
    };
  }

  /** What the server says then. */
  Message answer() {
    return switch (service) {
      case HTTP ->
          opened(
              corpus.answer(random.nextInt(Integer.MAX_VALUE)),
              random.nextInt(100) < 40 ? corpus.text() : corpus.noise(),
              tailed(500));
      case TLS -> opened(NOTHING, corpus.noise(), tailed(1_500));
      case SMTP -> part(corpus.text(), 20, 80);
      case SMB -> opened(NOTHING, corpus.binary(), tailed(800));
      case SSH -> part(corpus.noise(), 36, 600);
      case DNS -> part(corpus.binary(), 60, 400);
      case SIP -> part(corpus.text(), 300, 700);
      case QUIC -> part(corpus.noise(), 1_200, 1_350);
      case RTP -> part(corpus.noise(), 172, 173);
      case NFS -> part(corpus.binary(), 1_600, 4_200);
    };
  }

  private Message part(byte[] pool, int least, int below) {
    return opened(NOTHING, pool, random.nextInt(least, below));
  }

  private Message opened(byte[] opening, byte[] pool, int behind) {
    return new Message(
        opening, pool, random.nextInt(pool.length), Math.addExact(opening.length, behind));
  }

  /** Few are very long, as by Pareto's law. */
  private int tailed(int least) {
    double drawn = least / Math.pow(1 - random.nextDouble(), 1 / TAIL);
    return (int) Math.min(drawn, LONGEST_ANSWER);
  }
}
